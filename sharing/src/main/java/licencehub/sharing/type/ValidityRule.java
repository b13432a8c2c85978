package licencehub.sharing.type;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.sharing.Term;

/** How long a licence of a type holds 有效期规则. */
public sealed interface ValidityRule {
  /** Whether a licence may hold so long. */
  boolean admits(Term term);

  /** The rule in words. */
  Text text();

  /** It never has a last day 长期有效. */
  record Unlimited() implements ValidityRule {
    @Override
    public boolean admits(Term term) {
      return term.validTo() == null;
    }

    @Override
    public Text text() {
      return Text.of("应为长期有效，不写截止日期", "must be without end");
    }
  }

  /**
   * Its last day is fixed on its face 固定截止日期.
   *
   * @param orUnlimited whether some are without end all the same
   */
  record FixedDate(boolean orUnlimited) implements ValidityRule {
    @Override
    public boolean admits(Term term) {
      return orUnlimited || term.validTo() != null;
    }

    @Override
    public Text text() {
      return orUnlimited
          ? Text.of("应写明截止日期或长期", "must have a last day or be without end")
          : Text.of("应写明截止日期", "must have a last day");
    }
  }

  /**
   * It holds for one of these periods from its first day 固定期限. The last day is the day of the same
   * date or the one before it: both are in use.
   *
   * @param orUnlimited whether some are without end all the same
   */
  record Duration(List<Period> periods, boolean orUnlimited) implements ValidityRule {
    public Duration {
      periods = List.copyOf(periods);
      if (periods.isEmpty() || periods.stream().anyMatch(it -> it.isZero() || it.isNegative())) {
        throw MalformedValue.of(
            Text.of("有效期限", "validity"),
            periods.toString(),
            Text.of("应至少有一个正的期限", "must hold at least one period above zero"),
            "[P5Y]");
      }
    }

    @Override
    public boolean admits(Term term) {
      LocalDate last = term.validTo();
      if (last == null) {
        return orUnlimited;
      }
      return periods.stream()
          .map(term.validFrom()::plus)
          .anyMatch(it -> last.equals(it) || last.equals(it.minusDays(1)));
    }

    @Override
    public Text text() {
      String lengths = periods.stream().map(Period::toString).collect(Collectors.joining(", "));
      return Text.of(
          "应自起始日起有效 " + lengths + (orUnlimited ? " 或长期" : ""),
          "must hold for " + lengths + (orUnlimited ? " or without end" : ""));
    }
  }
}
