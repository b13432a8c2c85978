package licencehub.sharing.item;

import java.util.Locale;

/** How necessary a document is 材料必要性 (GB/T 39554.2 as practised). */
public enum Necessity {
  /** Without it the case is not accepted 必要. */
  REQUIRED,
  /** It may be left out 非必要. */
  OPTIONAL,
  /** The case is accepted without it; it must follow 容缺后补. */
  DEFERRABLE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
