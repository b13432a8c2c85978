package licencehub.hub.cli;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a canonical document fit for a screen: only what is known to be no personal data is shown,
 * everything else keeps its first character.
 */
final class Mask {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> OPEN =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "recordversion",
          "datacontenttype",
          "identifier",
          "caseNumber",
          "typeName",
          "region",
          "issuedOn",
          "validFrom",
          "validTo",
          "itemCode",
          "replaces",
          "effectiveOn",
          "codeType",
          "kind",
          "channel",
          "stage",
          "sequence",
          "result",
          "appliedAt",
          "acceptedAt",
          "startedAt",
          "endedAt",
          "requestedAt",
          "receivedAt",
          "completedAt",
          "collectedAt",
          "unit",
          "value",
          "count",
          "taken",
          "method",
          "version");
  private static final Set<String> PUBLIC_BODIES =
      Set.of("issuer", "department", "item", "publisher", "materials");

  private Mask() {}

  /** The document as one line of JSON, masked. */
  static String document(byte[] document) {
    try {
      JsonNode tree = JSON.readTree(document);
      return JSON.writeValueAsString(masked(tree, false));
    } catch (JacksonException e) {
      return "…";
    }
  }

  private static JsonNode masked(JsonNode node, boolean open) {
    return switch (node) {
      case ObjectNode object -> object(object, open);
      case ArrayNode array -> array(array, open);
      default -> open || !node.isValueNode() || node.isNull() ? node : text(node);
    };
  }

  private static JsonNode object(ObjectNode object, boolean open) {
    ObjectNode result = JSON.createObjectNode();
    object
        .properties()
        .forEach(
            it ->
                result.set(
                    it.getKey(),
                    masked(
                        it.getValue(),
                        open
                            || OPEN.contains(it.getKey())
                            || PUBLIC_BODIES.contains(it.getKey()))));
    return result;
  }

  private static JsonNode array(ArrayNode array, boolean open) {
    ArrayNode result = JSON.createArrayNode();
    array.forEach(it -> result.add(masked(it, open)));
    return result;
  }

  private static JsonNode text(JsonNode value) {
    String text = value.asString("");
    int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
    return JSON.getNodeFactory().stringNode(text.substring(0, first) + "***");
  }
}
