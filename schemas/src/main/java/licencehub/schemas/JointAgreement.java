package licencehub.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.event.JointOrder;
import tools.jackson.databind.JsonNode;

/**
 * The rules between the places of a document about a joint application that a schema cannot say.
 */
final class JointAgreement {
  /** What the schema takes for a number or code; other values are told of by it. */
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,50}");

  private final JsonNode data;
  private final Set<String> parts = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  private JointAgreement(JsonNode data) {
    this.data = data;
  }

  /** Looks only at what is there and of the right type; the schema tells the rest. */
  static List<Fault> faults(JsonNode data) {
    JointAgreement agreement = new JointAgreement(data);
    if (data.path("parts").isArray()) {
      agreement.parts();
      agreement.materials();
      agreement.inspection();
    }
    agreement.findings();
    return agreement.faults;
  }

  private void parts() {
    JointOrder order = new JointOrder();
    for (JsonNode part : data.path("parts")) {
      order.add(part.path("caseNumber").asString(""), texts(part.path("after")));
    }
    repeated("/data/parts", data.path("parts"), "caseNumber");
    data.path("parts").forEach(it -> parts.add(it.path("caseNumber").asString("")));
    for (int i = 0; i < data.path("parts").size(); i++) {
      unknown("/data/parts/" + i + "/after", data.path("parts").path(i).path("after"));
    }
    Set<String> circular = new TreeSet<>(order.circular());
    if (!circular.isEmpty()) {
      String names = String.join(", ", circular);
      add(
          "/data/parts",
          "前置事项循环：" + names + " 谁也不能先办结；请去掉其中一条。",
          "The prerequisites go round in a circle: of " + names + " none could ever be issued.");
    }
  }

  private void materials() {
    JsonNode materials = data.path("materials");
    repeated("/data/materials", materials, "code");
    for (int i = 0; i < materials.size(); i++) {
      unknown("/data/materials/" + i + "/for", materials.path(i).path("for"));
    }
  }

  private void inspection() {
    Set<String> known = new HashSet<>();
    known.add(data.at("/lead/code").asString(""));
    data.path("parts").forEach(it -> known.add(it.at("/department/code").asString("")));
    JsonNode inspection = data.path("inspection");
    Set<String> strangers = new TreeSet<>(texts(inspection.path("departments")));
    strangers.removeAll(known);
    if (!strangers.isEmpty()) {
      add(
          "/data/inspection/departments",
          "踏勘部门 " + String.join(", ", strangers) + " 不是联办部门；请改为联办部门或增加其事项。",
          "No departments of this joint application: " + String.join(", ", strangers) + ".");
    }
    String lead = inspection.path("lead").asString("");
    if (NAME.matcher(lead).matches() && !known.contains(lead)) {
      add(
          "/data/inspection/lead",
          "踏勘牵头部门不是联办部门；请改为联办部门或增加其事项。",
          "The lead of the inspection is no department of this joint application.");
    }
  }

  private void findings() {
    repeated("/data/findings", data.path("findings"), "department");
  }

  private void repeated(String path, JsonNode list, String key) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String value = list.path(i).path(key).asString("");
      if (NAME.matcher(value).matches() && !seen.add(value)) {
        add(
            path + "/" + i + "/" + key,
            "“" + value + "”已在前面出现；每项只能一次。",
            "\"" + value + "\" stands there before; each may stand once.");
      }
    }
  }

  private void unknown(String path, JsonNode names) {
    Set<String> strangers = new TreeSet<>(texts(names));
    strangers.removeAll(parts);
    if (!strangers.isEmpty()) {
      String all = String.join(", ", strangers);
      add(
          path,
          "没有联办事项 " + all + "；请用 parts 中的办件编号。",
          "No part is called " + all + "; name case numbers that stand in parts.");
    }
  }

  private void add(String path, String zh, String en) {
    faults.add(Fault.at(path, Reason.SCHEMA_VIOLATED, Text.of(zh, en)));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(it -> texts.add(it.asString("")));
    texts.removeIf(it -> !NAME.matcher(it).matches());
    return texts;
  }
}
