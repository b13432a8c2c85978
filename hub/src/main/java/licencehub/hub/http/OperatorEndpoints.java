package licencehub.hub.http;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import licencehub.hub.http.HealthItem.Status;
import licencehub.library.Access;
import licencehub.library.AccessLog;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import licencehub.routes.SourceState;
import licencehub.routes.Sources;
import tools.jackson.core.JsonGenerator;

/** What those who keep the hub running and those who audit it look at. */
final class OperatorEndpoints {
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final Sources sources;
  private final AccessLog accesses;
  private final Supplier<List<HealthItem>> health;

  OperatorEndpoints(Sources sources, AccessLog accesses, Supplier<List<HealthItem>> health) {
    this.sources = sources;
    this.accesses = accesses;
    this.health = health;
  }

  Answer sources(Call call) {
    List<SourceState> states = sources.states();
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("sources");
          states.forEach(it -> source(json, it));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** Who looked at what, newest first. */
  Answer accesses(Call call) {
    long before = call.query("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    int limit = (int) call.query("limit", USUAL, 1, MOST);
    List<Access> page = accesses.list(call.query("subject").orElse(""), before, limit);
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("accesses");
          page.forEach(it -> access(json, it));
          json.writeEndArray();
          if (page.size() == limit) {
            json.writeNumberProperty("next", page.getLast().number());
          }
          json.writeEndObject();
        });
  }

  /** The process answers. */
  Answer live(Call call) {
    return Json.answer(OperatorEndpoints::up);
  }

  /** Everything, with causes; 200 whatever they are. */
  Answer health(Call call) {
    return health(200);
  }

  /** Whether the hub takes work: 503 while something critical is down. */
  Answer ready(Call call) {
    boolean down =
        health.get().stream().anyMatch(it -> it.critical() && it.status() == Status.DOWN);
    return health(down ? 503 : 200);
  }

  private Answer health(int status) {
    List<HealthItem> items = health.get();
    Status worst =
        items.stream()
            .map(it -> it.critical() || it.status() == Status.UP ? it.status() : Status.DEGRADED)
            .max(Comparator.naturalOrder())
            .orElse(Status.UP);
    return Json.answer(
        status,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("status", worst.wire());
          json.writeArrayPropertyStart("items");
          for (HealthItem item : items) {
            json.writeStartObject();
            json.writeStringProperty("name", item.name());
            json.writeBooleanProperty("critical", item.critical());
            json.writeStringProperty("status", item.status().wire());
            Json.text(json, "cause", item.cause());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void up(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("status", Status.UP.wire());
    json.writeEndObject();
  }

  private static void source(JsonGenerator json, SourceState state) {
    json.writeStartObject();
    json.writeStringProperty("source", state.source().text());
    json.writeObjectPropertyStart("department");
    json.writeStringProperty("code", state.department().code().text());
    json.writeStringProperty("name", state.department().name());
    json.writeEndObject();
    json.writeStringProperty("connector", state.connector());
    json.writeStringProperty("dialect", state.dialect());
    json.writeStringProperty("phase", state.phase().name().toLowerCase(java.util.Locale.ROOT));
    if (state.node() != null) {
      json.writeStringProperty("node", state.node());
    }
    json.writeObjectPropertyStart("outcomes");
    new TreeMap<>(state.outcomes()).forEach(json::writeNumberProperty);
    json.writeEndObject();
    if (state.lastReceived() != null) {
      json.writeStringProperty("lastReceived", state.lastReceived().toString());
    }
    if (state.lastTrouble() != null) {
      json.writeStringProperty("lastTrouble", state.lastTrouble().toString());
    }
    SourceState.Trouble trouble = state.trouble();
    if (trouble != null) {
      json.writeStringProperty("trouble", trouble.cause());
      json.writeStringProperty("troubleSince", trouble.since().toString());
      json.writeStringProperty("nextAttempt", trouble.nextAttempt().toString());
    }
    json.writeEndObject();
  }

  private static void access(JsonGenerator json, Access access) {
    json.writeStartObject();
    json.writeNumberProperty("number", access.number());
    json.writeStringProperty("at", access.at().toString());
    json.writeStringProperty("caller", access.caller());
    json.writeStringProperty("role", access.role());
    json.writeObjectPropertyStart("reason");
    json.writeStringProperty("item", access.reason().item());
    json.writeStringProperty("caseNumber", access.reason().caseNumber());
    json.writeStringProperty("purpose", access.reason().purpose());
    json.writeStringProperty("operator", access.reason().operator());
    json.writeEndObject();
    json.writeStringProperty("action", access.action());
    json.writeStringProperty("subject", access.subject());
    json.writeStringProperty("result", access.result());
    CreditCode organisation = access.organisation();
    if (organisation != null) {
      json.writeStringProperty("organisation", organisation.text());
    }
    UseCode code = access.useCode();
    if (code != null) {
      json.writeStringProperty("useCode", code.text());
    }
    json.writeEndObject();
  }
}
