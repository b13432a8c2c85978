package licencehub.hub.http;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.hub.keys.KeyKeeper;
import licencehub.hub.keys.KeyKind;
import licencehub.hub.keys.KeyState;
import licencehub.library.KeyRotation.Progress;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Shows the library's keys by their numbers, changes them, and takes those away that may go. */
final class KeyEndpoints {
  private static final int ACCEPTED = 202;
  private final KeyKeeper keys;

  KeyEndpoints(KeyKeeper keys) {
    this.keys = keys;
  }

  Answer read(Call call) {
    KeyState state = keys.state();
    return Json.answer(json -> write(json, state));
  }

  /** New keys count at once; what is under others is brought over beside all other work. */
  Answer rotate(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("kinds"));
    KeyState state = keys.rotate(kinds(body));
    return Json.answer(ACCEPTED, json -> write(json, state));
  }

  Answer retire(Call call) {
    int number = (int) Math.min(call.number("number"), Integer.MAX_VALUE);
    Optional<KeyKind> kind = KeyKind.find(call.path("kind"));
    if (kind.isEmpty() || !kind.get().numbers(keys.state().held()).contains(number)) {
      return new Answer.Refusal(ProblemType.NOT_FOUND);
    }
    return keys.retire(kind.get(), number)
        ? read(call)
        : new Answer.Refusal(ProblemType.KEY_IN_USE);
  }

  private static Set<KeyKind> kinds(ObjectNode body) {
    Set<KeyKind> kinds = EnumSet.noneOf(KeyKind.class);
    body.path("kinds").forEach(it -> KeyKind.find(it.asString("")).ifPresent(kinds::add));
    if (kinds.isEmpty() || kinds.size() != body.path("kinds").size()) {
      throw MalformedValue.hidden(
          Text.of("键 kinds", "key kinds"),
          Text.of("应列出 data、index 或两者", "must list data, index or both"),
          "[\"data\", \"index\"]");
    }
    return kinds;
  }

  private static void write(JsonGenerator json, KeyState state) {
    json.writeStartObject();
    json.writeStringProperty("origin", state.origin());
    json.writeBooleanProperty("own", state.own());
    for (KeyKind kind : KeyKind.values()) {
      json.writeObjectPropertyStart(kind.wire());
      numbers(json, "held", kind.numbers(state.held()));
      numbers(json, "inUse", state.inUse(kind));
      json.writeNumberProperty("current", kind.numbers(state.held()).getLast());
      json.writeEndObject();
    }
    Progress progress = state.progress();
    json.writeObjectPropertyStart("rotation");
    json.writeBooleanProperty("done", progress.isDone());
    json.writeNumberProperty("rows", progress.rows());
    json.writeBooleanProperty("clear", progress.keys().contains(0));
    json.writeNumberProperty("events", progress.toIndex());
    json.writeNumberProperty("stuck", progress.stuck());
    if (state.trouble() != null) {
      json.writeStringProperty("trouble", state.trouble());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String name, List<Integer> numbers) {
    json.writeArrayPropertyStart(name);
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }
}
