package licencehub.sharing.joint;

import java.util.Set;
import licencehub.model.code.CaseNumber;

/** Whether a part may be issued now, as far as its prerequisites 前置事项 go. */
public sealed interface Issuing {
  /** All that must come before it was issued, or nothing must. */
  record Free() implements Issuing {}

  /** These are still to be issued first. */
  record Waiting(Set<CaseNumber> prerequisites) implements Issuing {
    public Waiting {
      prerequisites = Set.copyOf(prerequisites);
    }
  }

  /** These ended without being issued: its lead has to decide what becomes of it. */
  record Barred(Set<CaseNumber> prerequisites) implements Issuing {
    public Barred {
      prerequisites = Set.copyOf(prerequisites);
    }
  }

  /** It is over already. */
  record Over() implements Issuing {}
}
