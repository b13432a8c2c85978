package licencehub.model.event;

import java.util.List;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;

/** What one source may state. What the hub states of its own acts no mandate covers. */
public sealed interface Mandate permits DepartmentMandate, PeerMandate {
  /**
   * Everything about {@code event} that this mandate does not cover; empty when it may be stated.
   */
  List<Fault> objections(Event event);

  /** The issuers and departments the source speaks for by name. */
  Set<CreditCode> speakers();

  /** That a value is not covered. */
  static Fault uncovered(String path, Reason reason, String value) {
    return Fault.at(path, reason, Text.of(value, value));
  }
}
