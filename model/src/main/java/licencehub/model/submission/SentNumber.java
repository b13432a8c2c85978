package licencehub.model.submission;

import java.util.Comparator;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * What a sender calls one submission, and which version of its record it states: all that is needed
 * to tell whether two sides have the same. Ordered by id, byte by byte, and then by version.
 *
 * @param id the sender's number, unique within its source
 * @param version from 1
 */
public record SentNumber(String id, long version) implements Comparable<SentNumber> {
  private static final Comparator<SentNumber> ORDER =
      Comparator.comparing(SentNumber::id).thenComparingLong(SentNumber::version);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

  public SentNumber {
    if (!ID.matcher(id).matches()) {
      throw MalformedValue.of(
          Text.of("报送编号", "the sender's number"),
          id,
          Text.of(
              "应为1至100位字母、数字和 . _ : / -",
              "must be 1 to 100 letters, digits, full stops, underscores, colons, slashes, hyphens"),
          "sz-market-2026-000001");
    }
    if (version < 1) {
      throw MalformedValue.of(
          Text.of("数据版本号", "the record version"),
          Long.toString(version),
          Text.of("应从1起", "must be 1 or more"),
          "1");
    }
  }

  @Override
  public int compareTo(SentNumber other) {
    return ORDER.compare(this, other);
  }
}
