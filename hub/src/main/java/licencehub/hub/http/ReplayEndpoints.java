package licencehub.hub.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.routes.Replays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts, shows and stops replays of many quarantined submissions. */
final class ReplayEndpoints {
  private static final double USUAL = 50;
  private static final double MOST = 10_000;

  private final Replays replays;

  ReplayEndpoints(Replays replays) {
    this.replays = replays;
  }

  Answer start(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("source", "reason", "perSecond"));
    Replays.Filter filter =
        new Replays.Filter(
            Requests.text(body, "source").map(SourceId::new).orElse(null),
            Requests.text(body, "reason").orElse(null));
    Replays.Progress progress = replays.start(filter, perSecond(body));
    Answer.Document answer = Json.answer(202, json -> write(json, progress));
    String place = "/api/v1/quarantine/replays/" + progress.id();
    return new Answer.Document(
        answer.status(), answer.mediaType(), answer.body(), Map.of("Location", place));
  }

  Answer find(Call call) {
    return progress(call.number("id"));
  }

  /** Ends it after the submissions now on their way; what is left stays quarantined. */
  Answer stop(Call call) {
    long id = call.number("id");
    replays.stop(id);
    return progress(id);
  }

  private Answer progress(long id) {
    Optional<Replays.Progress> progress = replays.find(id);
    return progress.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : Json.answer(json -> write(json, progress.get()));
  }

  private static double perSecond(ObjectNode body) {
    JsonNode value = body.path("perSecond");
    double perSecond = value.isNumber() ? value.asDouble() : USUAL;
    boolean foreign = !value.isMissingNode() && !value.isNumber();
    if (foreign || perSecond <= 0 || perSecond > MOST) {
      throw MalformedValue.hidden(
          Text.of("键 perSecond", "key perSecond"),
          Text.of("应大于0且不超过10000", "must be above 0 and 10000 at the most"),
          "50");
    }
    return perSecond;
  }

  private static void write(JsonGenerator json, Replays.Progress progress) {
    json.writeStartObject();
    json.writeNumberProperty("id", progress.id());
    if (progress.filter().source() != null) {
      json.writeStringProperty("source", progress.filter().source().text());
    }
    if (progress.filter().reasonCode() != null) {
      json.writeStringProperty("reason", progress.filter().reasonCode());
    }
    json.writeNumberProperty("perSecond", progress.perSecond());
    json.writeNumberProperty("total", progress.total());
    json.writeNumberProperty("done", progress.done());
    json.writeObjectPropertyStart("outcomes");
    new TreeMap<>(progress.outcomes()).forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeBooleanProperty("running", progress.running());
    json.writeStringProperty("startedAt", progress.startedAt().toString());
    json.writeEndObject();
  }
}
