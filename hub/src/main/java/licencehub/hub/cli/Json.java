package licencehub.hub.cli;

import licencehub.model.Text;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How commands write their words as JSON. */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void put(ObjectNode object, String key, Text text) {
    object.putObject(key).put("zh", text.zh()).put("en", text.en());
  }
}
