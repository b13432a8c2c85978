package licencehub.sharing.use;

import java.time.Instant;
import java.util.Set;

/** Whether a licence may be used. */
public sealed interface UseDecision {
  /**
   * It may.
   *
   * @param grant under which this use counts
   * @param fields what may be seen, by the names the grant gives them
   * @param expires from when the use code counts no longer
   */
  record Allowed(Grant grant, Set<String> fields, Instant expires) implements UseDecision {
    public Allowed {
      fields = Set.copyOf(fields);
    }
  }

  /** It may not. */
  record Denied(Denial denial) implements UseDecision {}
}
