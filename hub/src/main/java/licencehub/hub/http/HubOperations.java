package licencehub.hub.http;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import licencehub.federation.HubAnswers;
import licencehub.federation.HubOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What hubs alone ask each other, as endpoints like all others. */
final class HubOperations {
  private static final int MOST_BYTES = 64 << 10;

  private HubOperations() {}

  /**
   * @param answers to what is not asked of the edge
   */
  static Map<HubOperation, Endpoint> of(HoldingsEndpoint holdings, HubAnswers answers) {
    Map<HubOperation, Endpoint> all = new EnumMap<>(HubOperation.class);
    for (HubOperation operation : HubOperation.values()) {
      all.put(
          operation,
          switch (operation) {
            case HOLDINGS -> holdings::find;
            case FILTER -> call -> written(answers.filter(body(call)));
            case EXCHANGE ->
                call -> written(answers.exchange(call.incoming().address(), body(call)));
            // The checkpoint comes with every answer.
            case CHECKPOINT -> call -> written(Json.MAPPER.createObjectNode());
          });
    }
    return all;
  }

  private static Answer written(JsonNode node) {
    return Json.answer(json -> json.writeTree(node));
  }

  private static ObjectNode body(Call call) throws IOException {
    byte[] bytes = call.body().readNBytes(MOST_BYTES);
    return Json.MAPPER.readTree(bytes) instanceof ObjectNode object
        ? object
        : Json.MAPPER.createObjectNode();
  }
}
