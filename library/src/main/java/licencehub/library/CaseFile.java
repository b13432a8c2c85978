package licencehub.library;

import java.util.List;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.CaseOrder;
import licencehub.model.event.Stage;

/**
 * One case.
 *
 * @param steps the standing version of each step, in the order they happened
 */
public record CaseFile(CaseNumber number, List<Step> steps) {
  public CaseFile {
    steps = List.copyOf(steps);
  }

  /** A step and the event that reports it. */
  public record Step(Stage stage, int sequence, HistoryEntry event) {}

  /** Where the reported steps contradict the order of stages; empty for a case in order. */
  public List<CaseOrder.Flag> flags() {
    return CaseOrder.flags(
        steps.stream()
            .map(it -> new CaseOrder.Reported(it.stage(), it.sequence(), it.event().happenedAt()))
            .toList());
  }
}
