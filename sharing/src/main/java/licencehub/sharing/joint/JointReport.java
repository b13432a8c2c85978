package licencehub.sharing.joint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointOpening;

/**
 * Everything reported of one joint application, in standing versions and no particular order.
 *
 * @param opening by its lead
 * @param claimants others who opened one under its number
 * @param steps of the case behind each part; a part nothing was reported of may be left out
 */
public record JointReport(
    JointOpening opening,
    Set<CreditCode> claimants,
    List<JointCheck> checks,
    List<JointInspection> inspections,
    Map<CaseNumber, List<PartStep>> steps) {
  public JointReport {
    claimants = Set.copyOf(claimants);
    checks = List.copyOf(checks);
    inspections = List.copyOf(inspections);
    steps = Map.copyOf(steps);
  }
}
