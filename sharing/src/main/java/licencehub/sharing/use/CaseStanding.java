package licencehub.sharing.use;

import java.util.Set;
import licencehub.model.code.HolderCode;
import licencehub.model.code.ItemCode;
import org.jspecify.annotations.Nullable;

/** What the hub knows of the case a licence is to be used for. */
public sealed interface CaseStanding {
  /**
   * The case is being handled.
   *
   * @param item its item; null where it was not reported
   * @param parties applicant and others, as far as they were reported; may be empty
   */
  record Open(@Nullable ItemCode item, Set<HolderCode> parties) implements CaseStanding {
    public Open {
      parties = Set.copyOf(parties);
    }
  }

  /** The case is over 办结. */
  record Closed() implements CaseStanding {}

  /**
   * The case was not reported to the hub, or not yet: at a counter it begins with this question.
   */
  record NotFiled() implements CaseStanding {}
}
