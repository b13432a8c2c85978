package licencehub.model;

/** A sentence for people, in Chinese and in English; both are always there. */
public record Text(String zh, String en) {
  public Text {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "both languages are needed: \"" + zh + "\", \"" + en + '"');
    }
  }

  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** Chinese first, English beside it. */
  @Override
  public String toString() {
    return zh + " " + en;
  }
}
