package licencehub.model.code;

import java.util.Optional;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * An item 政务服务事项编码 (GB/T 39554.1-2020): 12 characters (catalogue), 31 (task: credit code, level,
 * catalogue code) or 33 (with a two-digit variant). Only length and credit code are checked: the
 * department part is not published.
 */
public record ItemCode(String text) {
  private static final Set<Integer> LENGTHS = Set.of(12, 31, 33);
  private static final int CATALOGUE = 12;
  private static final int TASK = 31;
  private static final int CREDIT_CODE = 18;

  public ItemCode {
    if (!LENGTHS.contains(text.length()) || !Alphabet.ALPHANUMERIC.spells(text)) {
      throw MalformedValue.of(
          Text.of("事项编码", "item code"),
          text,
          Text.of("应为12位、31位或33位", "must have 12, 31 or 33 characters"),
          "11370800MB285591843370117002011");
    }
    body(text);
  }

  /** The body whose task it is 实施主体; empty for a catalogue code. */
  public Optional<CreditCode> body() {
    return body(text);
  }

  /** The body of an item of that code; empty also where it is no code, as in old data. */
  public static Optional<CreditCode> bodyOf(String code) {
    try {
      return new ItemCode(code).body();
    } catch (MalformedValue e) {
      return Optional.empty();
    }
  }

  private static Optional<CreditCode> body(String text) {
    return text.length() == CATALOGUE
        ? Optional.empty()
        : Optional.of(new CreditCode(text.substring(0, CREDIT_CODE)));
  }

  /** The 12 characters every body's task of this item shares 基本编码. */
  public String catalogue() {
    return text.length() == CATALOGUE ? text : text.substring(TASK - CATALOGUE, TASK);
  }

  /**
   * Whether {@code other} is this item or a narrower one: a catalogue code stands for the tasks of
   * all bodies, a task code for its variants.
   */
  public boolean covers(ItemCode other) {
    return text.length() == CATALOGUE
        ? text.equals(other.catalogue())
        : other.text.startsWith(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
