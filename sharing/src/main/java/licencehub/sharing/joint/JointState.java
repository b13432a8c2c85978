package licencehub.sharing.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointOpening;
import org.jspecify.annotations.Nullable;

/**
 * How a joint application stands.
 *
 * @param parts in the order of the opening
 * @param notice what the applicant is asked for; null when nothing
 * @param inspection null where there is to be none
 * @param notes what the lead has to know
 */
public record JointState(
    JointOpening opening,
    List<PartState> parts,
    List<MaterialState> materials,
    @Nullable Notice notice,
    @Nullable InspectionState inspection,
    List<LeadNote> notes) {
  public JointState {
    parts = List.copyOf(parts);
    materials = List.copyOf(materials);
    notes = List.copyOf(notes);
  }

  /** What the statements add up to, in whatever order they are given. */
  public static JointState of(JointReport report) {
    JointOpening opening = report.opening();
    List<MaterialState> materials =
        opening.materials().stream()
            .map(it -> MaterialState.of(opening, it, report.checks()))
            .toList();
    InspectionState inspection =
        opening.visit() == null ? null : InspectionState.of(opening.visit(), report.inspections());
    Map<CaseNumber, Progress> progress = new HashMap<>();
    List<Notice.Ask> asks = new ArrayList<>();
    for (JointOpening.Part it : opening.parts()) {
      Progress now = PartFold.progress(it, steps(report, it));
      progress.put(it.caseNumber(), now);
      if (!now.isOver()) {
        asks.addAll(Notice.asked(it, steps(report, it)));
      }
    }
    PartFold fold = new PartFold(opening, progress, materials, inspection, asks);
    List<PartState> parts =
        opening.parts().stream().map(it -> fold.state(it, steps(report, it))).toList();
    return new JointState(
        opening,
        parts,
        materials,
        Notice.of(asks).orElse(null),
        inspection,
        LeadNotes.of(report, parts, materials, inspection));
  }

  private static List<PartStep> steps(JointReport report, JointOpening.Part part) {
    return report.steps().getOrDefault(part.caseNumber(), List.of());
  }

  /** Whether nothing more is to come of any part. */
  public boolean isDone() {
    return parts.stream().allMatch(it -> it.progress().isOver());
  }

  public boolean isLedBy(CreditCode department) {
    return opening.speaker().code().equals(department);
  }

  /** Whether it is any of the department's business. */
  public boolean concerns(CreditCode department) {
    return isLedBy(department) || opening.hasPartOf(department);
  }

  /** The part with this case number. */
  public Optional<PartState> part(CaseNumber number) {
    return parts.stream().filter(it -> it.part().caseNumber().equals(number)).findFirst();
  }
}
