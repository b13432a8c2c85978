package licencehub.sharing.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation may use 用证授权. Denies by default: an empty set allows nothing.
 *
 * @param id names it for ever in logs and recorded uses
 * @param purpose what it was given for, in words
 * @param types licence types
 * @param fields fields that may be seen; none still lets a claim be compared
 * @param bases on what basis
 * @param terms how far it goes beyond the usual
 * @param quota how often
 * @param from first day in China
 * @param to last day; null for a grant without end
 */
public record Grant(
    String id,
    CreditCode organisation,
    String purpose,
    ItemScope items,
    Set<LicenceTypeCode> types,
    Set<String> fields,
    Set<Basis.Kind> bases,
    Terms terms,
    Quota quota,
    LocalDate from,
    @Nullable LocalDate to) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

  /**
   * How far a grant goes; all false is the usual.
   *
   * @param copies whether a use copy 加注件, which shows the whole face, may be made
   * @param anyHolder whether by function licences of others than the case's parties may be used
   * @param filedCaseOnly whether the hub must know the case; else one not yet reported will do
   */
  public record Terms(boolean copies, boolean anyHolder, boolean filedCaseOnly) {
    public static final Terms USUAL = new Terms(false, false, false);
  }

  /**
   * How often a grant may be made use of.
   *
   * @param perDay uses a day in China, at least 1
   * @param inAll uses altogether, at least 1
   */
  public record Quota(long perDay, long inAll) {
    public Quota {
      if (perDay < 1 || inAll < 1) {
        throw MalformedValue.of(
            Text.of("用证限额", "quota"),
            Math.min(perDay, inAll) + "",
            Text.of("应不小于1", "must be at least 1"),
            "perDay: 200");
      }
    }
  }

  public Grant {
    types = Set.copyOf(types);
    fields = Set.copyOf(fields);
    bases = Set.copyOf(bases);
    if (!ID.matcher(id).matches()) {
      throw MalformedValue.of(
          Text.of("授权编号", "grant id"),
          id,
          Text.of("应为2至64位小写字母、数字或连字符", "must be 2 to 64 lower-case letters, digits or hyphens"),
          "market-food-licence");
    }
    if (to != null && to.isBefore(from)) {
      throw MalformedValue.of(
          Text.of("授权截止日", "last day of a grant"),
          to.toString(),
          Text.of("早于起始日", "lies before its first day"),
          from.toString());
    }
  }

  /** Whether it holds on a day; both ends count. */
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** From when it holds no longer; null for a grant without end. */
  public @Nullable Instant end() {
    return to == null ? null : ChinaTime.startOf(to.plusDays(1));
  }
}
