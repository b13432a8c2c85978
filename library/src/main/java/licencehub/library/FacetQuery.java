package licencehub.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * What to count, and by what.
 *
 * @param only what is counted: for each dimension named, the licences of this one value
 * @param by the dimensions to count by, each by itself
 * @param on the day the status is told of
 * @param most values told of each dimension, 1 to 1000, the most frequent first
 */
public record FacetQuery(Map<Dimension, String> only, List<Dimension> by, LocalDate on, int most) {
  private static final int MOST = 1_000;
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  public FacetQuery {
    only = Map.copyOf(only);
    by = List.copyOf(by);
    String month = only.get(Dimension.MONTH);
    if (month != null && !MONTH.matcher(month).matches()) {
      throw MalformedValue.of(
          Text.of("签发月份", "month of issue"),
          month,
          Text.of("应为年-月", "must be a year and a month"),
          "2026-03");
    }
    if (most < 1 || most > MOST) {
      throw MalformedValue.of(
          Text.of("分类数", "number of values"),
          Integer.toString(most),
          Text.of("应为1至1000", "must be 1 to 1000"),
          "50");
    }
  }

  /** What a licence can be counted by. */
  public enum Dimension {
    /** Licence type code. */
    TYPE,
    /** The issuer's unified social credit code. */
    ISSUER,
    /** Region of issue, GB/T 2260. */
    REGION,
    /** Status on the day of the question, by the words of the interface. */
    STATUS,
    /** Month of issue, {@code 2026-03}. */
    MONTH;

    /** Its name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
