package licencehub.demo.regions;

import java.util.List;
import licencehub.demo.world.Story;
import tools.jackson.databind.node.ObjectNode;

/** A case that one place accepts for an item of another. */
final class AssignedCase {
  /** Application and acceptance. */
  private static final int ACCEPTED = 2;

  private AssignedCase() {}

  /**
   * What the accepting place reports.
   *
   * @param there a case of the place whose item it is
   */
  static List<ObjectNode> begun(Story here, Story there) {
    List<ObjectNode> begun =
        here.documents().subList(0, ACCEPTED).stream().map(ObjectNode::deepCopy).toList();
    begun.forEach(
        it -> {
          if (it.required("data").has("item")) {
            data(it).set("item", there.documents().getFirst().at("/data/item"));
          }
        });
    return begun;
  }

  /** What the place whose item it is reports after that, its licence excepted. */
  static List<ObjectNode> decided(Story there, String caseNumber) {
    return there.documents().stream()
        .skip(ACCEPTED)
        .filter(it -> it.required("type").asString().startsWith("case."))
        .map(ObjectNode::deepCopy)
        .map(
            it -> {
              data(it).put("caseNumber", caseNumber);
              return it.put("subject", caseNumber);
            })
        .toList();
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.required("data");
  }
}
