package licencehub.sharing;

import java.util.Locale;

/** Whether reference data was read in a published source or made up to show how it works. */
public enum Origin {
  REAL,
  DEMO;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
