package licencehub.sharing.item;

import java.util.Locale;

/** How a document may be handed in 材料形式, with the code of the exchange tables (gettype). */
public enum Form {
  PAPER("1"),
  ELECTRONIC("2"),
  /** By reference to a licence 证照库引用: nothing is handed in. */
  LICENCE("3");

  private final String code;

  Form(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
