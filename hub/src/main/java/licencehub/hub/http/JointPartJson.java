package licencehub.hub.http;

import java.util.Collection;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointOpening;
import licencehub.model.event.JointOpening.Material;
import licencehub.model.event.Organisation;
import licencehub.sharing.joint.Issuing;
import licencehub.sharing.joint.JointState;
import licencehub.sharing.joint.MaterialState;
import licencehub.sharing.joint.PartState;
import licencehub.sharing.joint.Progress;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes parts and materials of a joint application for one department.
 *
 * @param lead whether it leads and sees all
 * @param own its own parts
 */
record JointPartJson(JointState state, boolean lead, Set<CaseNumber> own) {
  /** Its own part in full; of another's where it stands. */
  void part(ObjectNode json, PartState it) {
    JointOpening.Part part = it.part();
    json.putObject("item").put("code", part.item().text()).put("name", part.itemName());
    json.set("department", organisation(part.department()));
    progress(json, it.progress());
    if (lead || own.contains(part.caseNumber())) {
      json.put("caseNumber", part.caseNumber().text());
      issuing(json, it.issuing());
      ArrayNode flags = json.putArray("flags");
      it.flags().stream()
          .sorted()
          .forEach(flag -> word(flags.addObject(), flag.code(), flag.text()));
      ArrayNode next = json.putArray("next");
      it.next().forEach(step -> word(next.addObject(), step.code(), step.text()));
    }
  }

  private static void progress(ObjectNode json, Progress progress) {
    word(json.putObject("progress"), progress.code(), progress.text());
    switch (progress) {
      case Progress.NotBegun it -> {}
      case Progress.UnderWay it -> {
        word(json.putObject("stage"), it.stage().wire(), it.stage().text());
        json.put("since", it.since().toString());
      }
      case Progress.Refused it -> json.put("result", "refused").put("since", it.at().toString());
      case Progress.Completed it ->
          json.put("result", it.result()).put("since", it.at().toString());
    }
  }

  private void issuing(ObjectNode json, Issuing issuing) {
    json.put("mayIssue", issuing instanceof Issuing.Free);
    switch (issuing) {
      case Issuing.Free it -> {}
      case Issuing.Over it -> {}
      case Issuing.Waiting it -> prerequisites(json.putArray("waitsFor"), it.prerequisites());
      case Issuing.Barred it -> prerequisites(json.putArray("barredBy"), it.prerequisites());
    }
  }

  /** By item and department: the number of another's case is not everybody's business. */
  private void prerequisites(ArrayNode list, Collection<CaseNumber> numbers) {
    for (PartState it : state.parts()) {
      if (numbers.contains(it.part().caseNumber())) {
        ObjectNode json = list.addObject();
        json.put("item", it.part().itemName());
        json.put("department", it.part().department().name());
      }
    }
  }

  /** Whether the department may see it. */
  boolean sees(Material material) {
    return lead || material.parts().stream().anyMatch(own::contains);
  }

  /** A material, and who checked it. */
  void material(ObjectNode json, MaterialState it) {
    Material material = it.material();
    json.put("code", material.code()).put("name", material.name());
    if (material.origin().licence() != null) {
      json.put("licence", material.origin().licence().toString());
    }
    if (material.origin().scan() != null) {
      json.put("digest", material.origin().scan().toString());
    }
    word(json.putObject("standing"), it.standing().code(), it.standing().text());
    ArrayNode checks = json.putArray("checks");
    for (JointCheck check : it.checks()) {
      ObjectNode one = checks.addObject();
      one.set("department", organisation(check.speaker()));
      one.put("result", check.sound() ? "sound" : "unsound");
      one.put("at", check.at().toString());
      one.put("handler", check.handler());
      if (!check.reason().isEmpty()) {
        one.put("reason", check.reason());
      }
    }
  }

  static ObjectNode organisation(Organisation it) {
    return Json.MAPPER.createObjectNode().put("code", it.code().text()).put("name", it.name());
  }

  static void word(ObjectNode json, String code, Text text) {
    json.put("code", code).put("zh", text.zh()).put("en", text.en());
  }
}
