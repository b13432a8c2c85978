package licencehub.hub.http;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.library.JointFile;
import licencehub.library.Joints;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.EventType;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointOpening;
import licencehub.model.event.Statement.JointStep;
import licencehub.schemas.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries the events of joint applications to the departments they concern, though other sources
 * sent them: to the lead whole, to the others narrowed to their own parts and masked.
 */
record JointFeed(Joints joints) {
  private static final Set<EventType> TYPES =
      Set.of(EventType.JOINT_OPENED, EventType.JOINT_CHECKED, EventType.JOINT_INSPECTED);

  /** Whether a department gets an event that none of its sources sent. */
  boolean reaches(Caller caller, HistoryEntry event) {
    CreditCode reader = caller.department();
    if (caller.role() != Role.DEPARTMENT || reader == null || !TYPES.contains(event.type())) {
      return false;
    }
    Optional<JointOpening> opening =
        joints.find(new CaseNumber(event.subject())).flatMap(JointFeed::opening);
    return opening
        .filter(it -> leads(it, reader) || concerns(it, stated(event), reader))
        .isPresent();
  }

  /** The event as this department gets it. */
  ObjectNode narrowed(Caller caller, HistoryEntry event) {
    CreditCode reader = caller.department();
    boolean leads =
        reader != null
            && joints
                .find(new CaseNumber(event.subject()))
                .flatMap(JointFeed::opening)
                .filter(it -> leads(it, reader))
                .isPresent();
    ObjectNode tree = Masking.tree(event.document());
    if (leads || reader == null) {
      return tree;
    }
    if (tree.get("data") instanceof ObjectNode data) {
      data.remove("extra");
      narrow(data, reader.text());
    }
    return Masking.of(tree);
  }

  private static boolean leads(JointOpening opening, CreditCode reader) {
    return opening.speaker().code().equals(reader);
  }

  private static boolean concerns(JointOpening opening, JointStep step, CreditCode reader) {
    return opening.hasPartOf(reader)
        && switch (step) {
          case JointOpening it -> it.speaker().code().equals(opening.speaker().code());
          case JointCheck it -> needs(opening, it.material(), reader);
          case JointInspection it ->
              opening.visit() != null && opening.visit().departments().contains(reader);
        };
  }

  private static boolean needs(JointOpening opening, String material, CreditCode reader) {
    return opening.materials().stream()
        .filter(it -> it.code().equals(material))
        .anyMatch(
            it ->
                opening.parts().stream()
                    .filter(part -> part.department().code().equals(reader))
                    .anyMatch(part -> it.parts().contains(part.caseNumber())));
  }

  /** Of the others' parts item and department stay; of the materials those its own parts need. */
  private static void narrow(ObjectNode data, String reader) {
    Set<String> own = new HashSet<>();
    for (JsonNode part : data.path("parts")) {
      if (part.at("/department/code").asString("").equals(reader)) {
        own.add(part.path("caseNumber").asString(""));
      } else if (part instanceof ObjectNode other) {
        other.remove(Set.of("caseNumber", "after"));
      }
    }
    for (JsonNode part : data.path("parts")) {
      keep(part.path("after"), own);
    }
    for (Iterator<JsonNode> it = data.path("materials").iterator(); it.hasNext(); ) {
      JsonNode needed = it.next().path("for");
      keep(needed, own);
      if (needed.isEmpty()) {
        it.remove();
      }
    }
    if (data.path("parts").isArray()
        && !data.at("/inspection/departments").toString().contains(reader)) {
      data.remove("inspection");
    }
  }

  private static void keep(JsonNode numbers, Set<String> own) {
    if (numbers instanceof ArrayNode list) {
      for (Iterator<JsonNode> it = list.iterator(); it.hasNext(); ) {
        if (!own.contains(it.next().asString(""))) {
          it.remove();
        }
      }
    }
  }

  private static Optional<JointOpening> opening(JointFile file) {
    for (HistoryEntry event : file.events()) {
      if (stated(event) instanceof JointOpening it && it.speaker().code().equals(file.lead())) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  private static JointStep stated(HistoryEntry event) {
    return (JointStep) Catalogue.filed(event.document()).statement();
  }
}
