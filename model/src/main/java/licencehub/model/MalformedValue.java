package licencehub.model;

/**
 * A text that is not what it claims to be. The message names the thing, the value, the rule and an
 * example; the value is left out where it may be personal data.
 */
public final class MalformedValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  private final transient Text text;

  private MalformedValue(Text text) {
    super(text.toString());
    this.text = text;
  }

  /** Names the value: only for values that are never personal data. */
  public static MalformedValue of(Text what, String value, Text rule, String example) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return new MalformedValue(
        Text.of(
            what.zh() + "“" + shown + "”" + rule.zh() + "，例如 " + example + "。",
            what.en() + " \"" + shown + "\" " + rule.en() + ", for example " + example + "."));
  }

  /** Keeps the value to itself: for citizen numbers, names and the like. */
  public static MalformedValue hidden(Text what, Text rule, String example) {
    return new MalformedValue(
        Text.of(
            what.zh() + rule.zh() + "，例如 " + example + "。",
            what.en() + " " + rule.en() + ", for example " + example + "."));
  }

  /** The message in both languages. */
  public Text text() {
    return text;
  }
}
