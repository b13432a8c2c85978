package licencehub.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;

/**
 * Joint applications: one application that concerns several departments. They are written by their
 * events, through {@link Journal#file}; how the parts go stands in their cases.
 */
public interface Joints {
  Optional<JointFile> find(CaseNumber number);

  /** Joint applications that have this case among their parts, in the order they were opened. */
  List<CaseNumber> withPart(CaseNumber part);

  /** Its lead and the departments of its parts; empty where there is none. */
  Set<CreditCode> departments(CaseNumber number);

  /**
   * Those a department leads or has a part in, of which at least one part is not completed, in the
   * order they were opened.
   *
   * @param after sequence at which the last one already seen was opened; -1 for the beginning
   */
  List<Open> open(CreditCode department, long after, int limit);

  /** One of them, and the sequence at which it was opened. */
  record Open(CaseNumber number, long opened) {}
}
