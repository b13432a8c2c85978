package licencehub.hub.http;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointInspection.Finding;
import licencehub.model.event.JointOpening;
import licencehub.sharing.joint.InspectionState;
import licencehub.sharing.joint.JointState;
import licencehub.sharing.joint.LeadNote;
import licencehub.sharing.joint.Notice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a joint application as one department may see it. Of its own parts it sees everything, of
 * the others' item, department, stage and result, and of the materials those its own parts need;
 * the lead sees all.
 */
final class JointJson {
  private final JointState state;
  private final CreditCode reader;
  private final boolean lead;
  private final Set<CaseNumber> own;
  private final JointPartJson writer;

  private JointJson(JointState state, CreditCode reader) {
    this.state = state;
    this.reader = reader;
    this.lead = state.isLedBy(reader);
    this.own =
        state.opening().parts().stream()
            .filter(it -> it.department().code().equals(reader))
            .map(JointOpening.Part::caseNumber)
            .collect(Collectors.toSet());
    this.writer = new JointPartJson(state, lead, own);
  }

  /** Everything this department may see. */
  static ObjectNode whole(JointState state, CreditCode reader) {
    JointJson it = new JointJson(state, reader);
    ObjectNode json = it.head();
    ArrayNode parts = json.putArray("parts");
    state.parts().forEach(part -> it.writer.part(parts.addObject(), part));
    ArrayNode materials = json.putArray("materials");
    state.materials().stream()
        .filter(material -> it.writer.sees(material.material()))
        .forEach(material -> it.writer.material(materials.addObject(), material));
    JointNotice.put(json, state, it.notice());
    it.inspection(json);
    if (it.lead) {
      ArrayNode notes = json.putArray("notes");
      state.notes().forEach(note -> note(notes.addObject(), note));
    }
    return JointNotice.masked(json, state.opening());
  }

  /** One line of a list: what it is, and what the department has to do next. */
  static ObjectNode row(JointState state, CreditCode reader) {
    JointJson it = new JointJson(state, reader);
    ObjectNode json = it.head();
    ArrayNode parts = json.putArray("parts");
    state.parts().stream()
        .filter(part -> it.own.contains(part.part().caseNumber()))
        .forEach(part -> it.writer.part(parts.addObject(), part));
    if (it.lead) {
      ArrayNode notes = json.putArray("notes");
      state.notes().forEach(note -> note(notes.addObject(), note));
    }
    return JointNotice.masked(json, state.opening());
  }

  private ObjectNode head() {
    JointOpening opening = state.opening();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("number", opening.joint().text());
    json.put("matter", opening.matter());
    json.put("region", opening.region().text());
    json.set("lead", JointPartJson.organisation(opening.speaker()));
    json.putObject("applicant");
    json.put("youLead", lead);
    json.put("done", state.isDone());
    return json;
  }

  private Optional<Notice> notice() {
    Optional<Notice> notice = Optional.ofNullable(state.notice());
    return lead ? notice : notice.flatMap(it -> it.of(own::contains));
  }

  private void inspection(ObjectNode parent) {
    InspectionState it = state.inspection();
    if (it == null || !(lead || it.visit().departments().contains(reader))) {
      return;
    }
    ObjectNode json = parent.putObject("inspection");
    json.put("lead", it.visit().lead().text());
    ArrayNode departments = json.putArray("departments");
    sorted(it.visit().departments()).forEach(by -> departments.add(by.text()));
    if (it.arrangedFor() != null) {
      json.put("arrangedFor", it.arrangedFor().toString());
    }
    if (it.heldAt() != null) {
      json.put("heldAt", it.heldAt().toString());
    }
    ArrayNode findings = json.putArray("findings");
    for (CreditCode by : sorted(it.findings().keySet())) {
      ObjectNode finding = findings.addObject().put("department", by.text());
      Finding found = Objects.requireNonNull(it.findings().get(by));
      JointPartJson.word(finding.putObject("result"), found.result().wire(), found.result().text());
      if (!found.note().isEmpty()) {
        finding.put("note", found.note());
      }
    }
  }

  private static List<CreditCode> sorted(Set<CreditCode> codes) {
    return codes.stream().sorted(Comparator.comparing(CreditCode::text)).toList();
  }

  private static void note(ObjectNode json, LeadNote note) {
    JointPartJson.word(json, note.kind().code(), note.kind().text());
    if (!note.about().isEmpty()) {
      json.put("about", note.about());
    }
  }
}
