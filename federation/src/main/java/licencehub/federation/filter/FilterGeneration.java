package licencehub.federation.filter;

import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * One making of a hub's filter, under a key of its own: 32 hexadecimal digits that follow from the
 * key, so that nothing is ever looked up under another one.
 */
public record FilterGeneration(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public FilterGeneration {
    if (!FORM.matcher(text).matches()) {
      throw MalformedValue.of(
          Text.of("过滤器版次", "filter generation"),
          text,
          Text.of("应为32位小写十六进制", "must be 32 lower-case hexadecimal digits"),
          "0123456789abcdef0123456789abcdef");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
