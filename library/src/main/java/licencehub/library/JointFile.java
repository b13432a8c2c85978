package licencehub.library;

import java.util.List;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;

/**
 * One joint application 联办件.
 *
 * @param lead who opened it first, and alone may correct it
 * @param opened sequence of the event that did
 * @param events the standing version of each thing stated of it, by whomsoever, in the order filed
 */
public record JointFile(
    CaseNumber number, CreditCode lead, long opened, List<HistoryEntry> events) {
  public JointFile {
    events = List.copyOf(events);
  }
}
