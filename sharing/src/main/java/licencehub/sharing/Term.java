package licencehub.sharing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * When a licence was issued and when it holds; both ends count.
 *
 * @param validTo last day of validity; null for a licence without end 长期
 */
public record Term(LocalDate issuedOn, LocalDate validFrom, @Nullable LocalDate validTo) {
  private static final Comparator<LocalDate> EARLIER = Comparator.naturalOrder();

  /** The shorter first; a term without end is the longest. */
  public static final Comparator<Term> BY_END =
      Comparator.comparing(Term::validTo, Comparator.nullsLast(EARLIER));

  /** How many days after {@code day} it still holds: 0 on the last day. */
  public long daysLeft(LocalDate day) {
    return validTo == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(day, validTo);
  }

  /** Its end in words. */
  public Text end() {
    return validTo == null
        ? Text.of("长期有效", "valid without end")
        : Text.of("有效期至" + validTo, "valid until " + validTo);
  }
}
