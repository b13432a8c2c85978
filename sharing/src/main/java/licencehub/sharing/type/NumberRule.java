package licencehub.sharing.type;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * How a licence number of a type is built 证照编号规则.
 *
 * @param pattern what the whole number must match
 * @param example a number that does, made up
 */
public record NumberRule(Pattern pattern, String example) {
  private static final int LONGEST = 100;

  public NumberRule {
    if (!pattern.matcher(example).matches()) {
      throw MalformedValue.of(
          Text.of("证照编号示例", "example of a licence number"),
          example,
          Text.of("不符合规则 " + pattern, "does not match its rule " + pattern),
          "JY14403070001234");
    }
  }

  public static NumberRule of(String regex, String example) {
    try {
      return new NumberRule(Pattern.compile(regex), example);
    } catch (PatternSyntaxException e) {
      throw MalformedValue.of(
          Text.of("证照编号规则", "rule of licence numbers"),
          regex,
          Text.of("不是正则表达式", "is no regular expression"),
          "JY[0-9]{14}");
    }
  }

  public boolean admits(String number) {
    return number.length() <= LONGEST && pattern.matcher(number).matches();
  }

  /** Two rules are the same when they are written the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NumberRule that
        && pattern.pattern().equals(that.pattern.pattern())
        && example.equals(that.example);
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }
}
