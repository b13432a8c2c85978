package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.Holder;
import licencehub.model.event.JointOpening;
import licencehub.routes.joint.JointDesk;
import licencehub.sharing.joint.JointState;
import licencehub.sharing.joint.Notice;
import licencehub.sharing.joint.PartState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the applicant of a joint application is asked for, by all of its departments at once. */
final class JointNotice {
  private static final String APPLICANT = "applicant";

  private JointNotice() {}

  /**
   * For whoever follows one case: the joint applications it is a part of. One that merely claims
   * the case, while its own department does not name the same applicant, is left out.
   */
  static List<ObjectNode> of(JointDesk joints, CaseNumber part) {
    return joints.withPart(part).stream()
        .filter(it -> it.part(part).filter(JointNotice::isGenuine).isPresent())
        .map(JointNotice::brief)
        .toList();
  }

  private static boolean isGenuine(PartState part) {
    return part.confirmed()
        && !part.flags().contains(PartState.Flag.OTHER_DEPARTMENT)
        && !part.flags().contains(PartState.Flag.OTHER_APPLICANT);
  }

  private static ObjectNode brief(JointState state) {
    ObjectNode brief = Json.MAPPER.createObjectNode();
    brief.put("number", state.opening().joint().text());
    brief.put("matter", state.opening().matter());
    put(brief, state, Optional.ofNullable(state.notice()));
    return masked(brief, state.opening());
  }

  /** {@code notice}: who asks for what since when, and every material once; absent where nobody. */
  static void put(ObjectNode parent, JointState state, Optional<Notice> notice) {
    if (notice.isEmpty()) {
      return;
    }
    ObjectNode written = parent.putObject("notice");
    written.put("since", notice.get().since().toString());
    ArrayNode materials = written.putArray("materials");
    for (Notice.Wanted it : notice.get().materials()) {
      ObjectNode wanted = materials.addObject();
      wanted.put("name", it.name()).put("since", it.since().toString());
      ArrayNode departments = wanted.putArray("departments");
      it.departments().forEach(by -> departments.add(by.name()));
    }
    ArrayNode asks = written.putArray("asks");
    for (Notice.Ask it : notice.get().asks()) {
      ObjectNode ask = asks.addObject();
      ask.put("department", it.department().name());
      ask.put("item", item(state, it.part()));
      ask.put("since", it.since().toString());
      ask.put("reason", it.reason());
      ArrayNode names = ask.putArray("materials");
      it.materials().forEach(names::add);
    }
  }

  private static @Nullable String item(JointState state, CaseNumber part) {
    return state.part(part).map(it -> it.part().itemName()).orElse(null);
  }

  /** The same tree; who applied stands in it masked wherever his name or code does. */
  static ObjectNode masked(ObjectNode tree, JointOpening opening) {
    boolean shown = tree.has(APPLICANT);
    Holder applicant = opening.applicant();
    tree.putObject(APPLICANT)
        .put("name", applicant.name())
        .put("codeType", applicant.code().type().code())
        .put("code", applicant.code().value());
    Masking.of(tree);
    if (!shown) {
      tree.remove(APPLICANT);
    }
    return tree;
  }
}
