package licencehub.sharing;

import java.util.Locale;

/** What the text of a field means 值类型. */
public enum ValueKind {
  TEXT,
  DATE,
  NUMBER,
  CODE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
