package licencehub.demo.world;

import java.util.List;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A joint application 联办件 around one case, as its department reports it when it leads alone. */
public final class JointTelling {
  private static final String MATERIAL = "F01";

  private JointTelling() {}

  /** Opened, its one material checked, its inspection held. */
  public static List<ObjectNode> of(Story story) {
    ObjectNode applied = story.documents().getFirst();
    return List.of(opened(story, applied), checked(story, applied), inspected(story, applied));
  }

  private static ObjectNode opened(Story story, ObjectNode applied) {
    JsonNode told = applied.required("data");
    ObjectNode document = document(EventType.JOINT_OPENED, story, applied, "lead");
    ObjectNode data = (ObjectNode) document.required("data");
    data.put("matter", "一件事");
    data.set("applicant", told.required("applicant"));
    ObjectNode part = data.putArray("parts").addObject();
    part.put("caseNumber", story.caseNumber());
    part.set("department", told.required("department"));
    part.set("item", told.required("item"));
    ObjectNode material = data.putArray("materials").addObject();
    material.put("code", MATERIAL).put("name", "营业执照");
    material.putArray("for").add(story.caseNumber());
    String code = told.at("/department/code").asString();
    ObjectNode inspection = data.putObject("inspection").put("lead", code);
    inspection.putArray("departments").add(code);
    data.set("openedAt", applied.required("time"));
    return document;
  }

  private static ObjectNode checked(Story story, ObjectNode applied) {
    ObjectNode document = document(EventType.JOINT_CHECKED, story, applied, "department");
    ((ObjectNode) document.required("data"))
        .put("material", MATERIAL)
        .put("result", "sound")
        .put("handler", "王五")
        .set("checkedAt", applied.required("time"));
    return document;
  }

  private static ObjectNode inspected(Story story, ObjectNode applied) {
    ObjectNode document = document(EventType.JOINT_INSPECTED, story, applied, "department");
    ObjectNode data = (ObjectNode) document.required("data");
    data.put("state", "held").put("sequence", 1);
    data.set("at", applied.required("time"));
    data.putArray("findings")
        .addObject()
        .put("department", applied.at("/data/department/code").asString())
        .put("result", "passed");
    return document;
  }

  private static ObjectNode document(
      EventType type, Story story, ObjectNode applied, String speaker) {
    String number = "LB-" + story.caseNumber();
    ObjectNode document = applied.deepCopy();
    document.put("id", number + "-" + type.wire());
    document.put("type", type.wire());
    document.put("subject", number);
    ObjectNode data = document.putObject("data").put("joint", number);
    data.set(speaker, applied.at("/data/department"));
    data.set("region", applied.at("/data/region"));
    return document;
  }
}
