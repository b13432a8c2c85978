package licencehub.schemas;

import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/**
 * The part of an inlined schema that is about one place of a document.
 *
 * @param hidden whether that place, or one it lies in, holds personal data or a secret
 */
record SchemaView(JsonNode schema, boolean hidden) {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|passphrase|secret|token|credential|privatekey|apikey).*");

  static SchemaView of(JsonNode inlined) {
    return new SchemaView(inlined, inlined.path("x-personal").asBoolean(false));
  }

  SchemaView at(NodePath path) {
    NodePath parent = path.getParent();
    return parent == null ? this : at(parent).child(path.getElement(-1).toString());
  }

  SchemaView child(String name) {
    JsonNode child = schema.path("properties").path(name);
    if (child.isMissingNode()) {
      child = schema.path(schema.has("items") ? "items" : "additionalProperties");
    }
    return new SchemaView(
        child, hidden || isSecret(name) || child.path("x-personal").asBoolean(false));
  }

  /** Whether a key sounds as if its value were nobody's business. */
  static boolean isSecret(String key) {
    return SECRET.matcher(key).matches();
  }

  /** What people call it; titles hold the Chinese word, a space, the English words. */
  Text title(String otherwise) {
    return bilingual(schema.path("title").asString(""), otherwise);
  }

  /** A right value, as JSON. */
  Optional<String> example() {
    JsonNode example = schema.path("examples").path(0);
    return example.isMissingNode() ? Optional.empty() : Optional.of(example.toString());
  }

  List<String> keys() {
    return List.copyOf(schema.path("properties").propertyNames());
  }

  /** The values allowed here, each with its meaning where the schema tells. */
  List<Text> choices() {
    List<Text> choices = new ArrayList<>();
    for (JsonNode each : schema.path("enum")) {
      choices.add(Text.of(each.asString(), each.asString()));
    }
    for (JsonNode each : schema.path("oneOf")) {
      String value = each.path("const").asString("?");
      Text meaning = bilingual(each.path("title").asString(""), value);
      choices.add(Text.of(value + " " + meaning.zh(), value + " " + meaning.en()));
    }
    return choices;
  }

  private static Text bilingual(String title, String otherwise) {
    int space = title.indexOf(' ');
    return space < 1
        ? Text.of(otherwise, otherwise)
        : Text.of(title.substring(0, space), title.substring(space + 1));
  }
}
