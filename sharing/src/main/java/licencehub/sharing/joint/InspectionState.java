package licencehub.sharing.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.Finding;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.JointOpening;
import org.jspecify.annotations.Nullable;

/**
 * How the joint inspection stands.
 *
 * @param arrangedFor null while it is not arranged
 * @param heldAt the last one; null while none was held
 * @param findings of the last one held
 */
public record InspectionState(
    JointOpening.Visit visit,
    @Nullable Instant arrangedFor,
    @Nullable Instant heldAt,
    Map<CreditCode, Finding> findings) {
  private static final Comparator<JointInspection> LAST =
      Comparator.comparingInt(JointInspection::sequence).thenComparing(JointInspection::at);

  public InspectionState {
    findings = Map.copyOf(findings);
  }

  /** What its lead says of it; what others say is not counted. */
  static InspectionState of(JointOpening.Visit visit, List<JointInspection> stated) {
    Optional<JointInspection> arranged = last(visit, stated, State.ARRANGED);
    Optional<JointInspection> held = last(visit, stated, State.HELD);
    Map<CreditCode, Finding> findings = new HashMap<>();
    held.stream()
        .flatMap(it -> it.findings().stream())
        .filter(it -> visit.departments().contains(it.department()))
        .forEach(it -> findings.put(it.department(), it));
    return new InspectionState(
        visit,
        arranged.map(JointInspection::at).orElse(null),
        held.map(JointInspection::at).orElse(null),
        findings);
  }

  /** Whether it still waits for this department. */
  boolean awaits(CreditCode department) {
    return visit.departments().contains(department) && !findings.containsKey(department);
  }

  /** Departments that take part and whose findings are not there though it was held. */
  public Set<CreditCode> missing() {
    Set<CreditCode> missing = new HashSet<>();
    if (heldAt != null) {
      missing.addAll(visit.departments());
      missing.removeAll(findings.keySet());
    }
    return missing;
  }

  private static Optional<JointInspection> last(
      JointOpening.Visit visit, List<JointInspection> stated, State state) {
    return stated.stream()
        .filter(it -> it.state() == state && it.speaker().code().equals(visit.lead()))
        .max(LAST);
  }
}
