package licencehub.hub.audit;

import licencehub.model.Text;

/**
 * Something in the repository that does not follow from what was accepted.
 *
 * @param place what it is about, such as {@code events 0000000000000000017}; names no person
 */
public record Discrepancy(Kind kind, String place, Text what) {
  /** In what way. */
  public enum Kind {
    ALTERED("被改动", "altered"),
    MISSING("缺失", "missing"),
    ADDED("多出", "added"),
    UNPROVEN("无法证明", "unproven");

    private final Text text;

    Kind(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }
  }

  static Discrepancy altered(String place, String zh, String en) {
    return new Discrepancy(Kind.ALTERED, place, Text.of(zh, en));
  }

  static Discrepancy missing(String place, String zh, String en) {
    return new Discrepancy(Kind.MISSING, place, Text.of(zh, en));
  }

  static Discrepancy added(String place, String zh, String en) {
    return new Discrepancy(Kind.ADDED, place, Text.of(zh, en));
  }
}
