package licencehub.library;

import java.time.LocalDate;
import java.util.Locale;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter stands that is followed up. What it says stands in its events.
 *
 * @param number who brought it up, and his own number
 * @param issuer who has to answer; null for a scan
 * @param about as its first event tells
 * @param dueOn last day
 * @param opened sequence of its first event
 * @param latest sequence of its newest event
 */
public record FollowUp(
    String number,
    Kind kind,
    CreditCode organisation,
    @Nullable CreditCode issuer,
    String about,
    LocalDate dueOn,
    boolean open,
    long opened,
    long latest) {
  /** What is followed up. */
  public enum Kind {
    /** A licence was found wrong or missing, and its issuer was told. */
    FEEDBACK,
    /** A scan was taken on trust. */
    SCAN;

    /** The word in the library, in metrics and in health. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is open past its last day. */
  public boolean isOverdueOn(LocalDate day) {
    return open && day.isAfter(dueOn);
  }
}
