package licencehub.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way in which a value breaks its schema, in words.
 *
 * @param place keys and positions from the root to the value
 * @param value what stands there; null where something is missing
 * @param example a right value as JSON, if the schema gives one
 */
record Violation(
    List<String> place,
    @Nullable JsonNode value,
    Reason reason,
    Text what,
    Optional<String> example) {

  /**
   * @param schema the inlined schema the value was judged by
   */
  static Violation of(Error error, JsonNode schema) {
    NodePath path = error.getInstanceLocation();
    SchemaView here = SchemaView.of(schema).at(path);
    List<String> place = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      place.add(path.getElement(i).toString());
    }
    String property = key(error);
    if (property == null || property.isEmpty()) {
      Wording wording = new Wording(error, here, place.isEmpty() ? "" : place.getLast());
      Reason reason = Formats.isCode(error) ? Reason.CODE_MALFORMED : Reason.SCHEMA_VIOLATED;
      return new Violation(place, error.getInstanceNode(), reason, wording.what(), here.example());
    }
    place.add(property);
    SchemaView there = here.child(property);
    return new Violation(
        place,
        error.getInstanceNode().get(property),
        Reason.SCHEMA_VIOLATED,
        Wording.ofKey(error, here, property),
        error.getKeyword().equals("additionalProperties") ? Optional.empty() : there.example());
  }

  /** The key that is missing or must not be there; null where the value itself is wrong. */
  private static @Nullable String key(Error error) {
    return error.getKeyword().equals("dependentRequired")
        ? String.valueOf(error.getArguments()[0])
        : error.getProperty();
  }

  /** As a fault of a document: the sentence, then the remedy. */
  Fault asFault() {
    String pointer = pointer(place);
    if (example.isEmpty() || reason == Reason.CODE_MALFORMED) {
      return Fault.at(pointer, reason, what);
    }
    return Fault.at(
        pointer,
        reason,
        Text.of(
            what.zh() + "例如 " + example.get() + "。",
            what.en() + " For example " + example.get() + "."));
  }

  private static String pointer(List<String> place) {
    StringBuilder pointer = new StringBuilder();
    for (String segment : place) {
      pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
