package licencehub.library;

import java.time.LocalDate;
import java.util.Set;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * Which matters are wanted, oldest first.
 *
 * @param organisation who brought them up; null for anybody
 * @param issuers who has to answer; null for anybody
 * @param day what {@code which} is about
 * @param after sequence at which the last one already seen was opened; -1 for the beginning
 * @param limit 1 to 1000
 */
public record FollowUpQuery(
    FollowUp.Kind kind,
    Which which,
    @Nullable CreditCode organisation,
    @Nullable Set<CreditCode> issuers,
    LocalDate day,
    long after,
    int limit) {
  /** How a matter stands on the day. */
  public enum Which {
    ALL,
    OPEN,
    SETTLED,
    /** Open, and its last day lies before the day. */
    OVERDUE,
    /** Open, its last day is the day or before, and nobody was reminded of that. */
    NEAR_UNTOLD,
    /** Open, its last day lies before the day, and nobody was told. */
    OVERDUE_UNTOLD
  }

  public FollowUpQuery {
    issuers = issuers == null ? null : Set.copyOf(issuers);
  }

  /** Everybody's. */
  public static FollowUpQuery of(FollowUp.Kind kind, Which which, LocalDate day, int limit) {
    return new FollowUpQuery(kind, which, null, null, day, -1, limit);
  }
}
