package licencehub.hub.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import licencehub.federation.HubAnswers;
import licencehub.federation.HubOperation;
import tools.jackson.databind.JsonNode;

/** What hubs alone ask each other, as endpoints like all others. */
final class HubOperations {
  private static final Set<String> FILTER_QUESTION = Set.of("generation", "version", "offset");

  private static final Set<String> CASE_QUESTION = Set.of("after", "most", "only");

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
            case FILTER -> call -> written(answers.filter(Requests.object(call, FILTER_QUESTION)));
            case EXCHANGE ->
                call ->
                    written(
                        answers.exchange(
                            call.incoming().address(), Requests.object(call, CASE_QUESTION)));
            case ANCHORS -> call -> written(answers.anchors());
            // The checkpoint comes with every answer.
            case CHECKPOINT -> call -> written(Json.MAPPER.createObjectNode());
          });
    }
    return all;
  }

  private static Answer written(JsonNode node) {
    return Json.answer(json -> json.writeTree(node));
  }
}
