package licencehub.routes.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.library.CaseFile;
import licencehub.library.CaseRepository;
import licencehub.library.HistoryEntry;
import licencehub.library.JointFile;
import licencehub.library.Joints;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointOpening;
import licencehub.model.event.Statement.JointStep;
import licencehub.schemas.Catalogue;
import licencehub.sharing.joint.JointReport;
import licencehub.sharing.joint.JointState;
import licencehub.sharing.joint.PartStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joint applications as they stand, from their own events and those of the cases behind them. */
public final class JointDesk {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Joints joints;
  private final CaseRepository cases;

  public JointDesk(Joints joints, CaseRepository cases) {
    this.joints = joints;
    this.cases = cases;
  }

  /**
   * Some of those that are open.
   *
   * @param next where to go on; absent when there are no more
   */
  public record Page(List<JointState> states, Optional<Long> next) {}

  public Optional<JointState> find(CaseNumber number) {
    return joints.find(number).map(it -> JointState.of(report(it)));
  }

  /** Those with this case among their parts. */
  public List<JointState> withPart(CaseNumber part) {
    return joints.withPart(part).stream().flatMap(it -> find(it).stream()).toList();
  }

  /**
   * Those a department leads or has a part in, and that are not over, the oldest first; of a page
   * some may be over though not all their parts are completed, and are left out.
   */
  public Page open(CreditCode department, long after, int limit) {
    List<Joints.Open> found = joints.open(department, after, limit);
    List<JointState> states =
        found.stream()
            .flatMap(it -> find(it.number()).stream())
            .filter(it -> !it.isDone())
            .toList();
    return new Page(
        states, found.size() == limit ? Optional.of(found.getLast().opened()) : Optional.empty());
  }

  private JointReport report(JointFile file) {
    List<JointCheck> checks = new ArrayList<>();
    List<JointInspection> inspections = new ArrayList<>();
    Set<CreditCode> claimants = new HashSet<>();
    JointOpening opening = null;
    for (HistoryEntry event : file.events()) {
      switch (stated(event)) {
        case JointCheck it -> checks.add(it);
        case JointInspection it -> inspections.add(it);
        case JointOpening it when it.speaker().code().equals(file.lead()) -> opening = it;
        case JointOpening it -> claimants.add(it.speaker().code());
      }
    }
    if (opening == null) {
      throw new IllegalStateException("nobody opened " + file.number());
    }
    return new JointReport(opening, claimants, checks, inspections, steps(opening));
  }

  private static JointStep stated(HistoryEntry event) {
    if (Catalogue.filed(event.document()).statement() instanceof JointStep step) {
      return step;
    }
    throw new IllegalStateException("not about a joint application: " + event.id());
  }

  private Map<CaseNumber, List<PartStep>> steps(JointOpening opening) {
    Map<CaseNumber, List<PartStep>> steps = new HashMap<>();
    for (JointOpening.Part part : opening.parts()) {
      cases
          .find(part.caseNumber())
          .ifPresent(
              it ->
                  steps.put(part.caseNumber(), it.steps().stream().map(JointDesk::step).toList()));
    }
    return steps;
  }

  private static PartStep step(CaseFile.Step step) {
    JsonNode data = JSON.readTree(step.event().document()).path("data");
    return new PartStep(
        step.stage(),
        step.sequence(),
        step.event().happenedAt(),
        new CreditCode(data.at("/department/code").asString()),
        applicant(data.path("applicant")),
        data.path("result").asString(""),
        data.path("reason").asString(""),
        data.path("materials")
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .toList());
  }

  private static @Nullable HolderCode applicant(JsonNode node) {
    return node.path("code").isString()
        ? new HolderCode(
            HolderCodeType.parse(node.path("codeType").asString()), node.path("code").asString())
        : null;
  }
}
