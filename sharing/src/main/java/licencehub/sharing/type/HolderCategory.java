package licencehub.sharing.type;

import java.util.Locale;
import licencehub.model.Text;
import licencehub.model.code.HolderCodeType;

/** Who may hold a licence of a type 持证主体类别 (GB/T 36902-2018 as practised). */
public enum HolderCategory {
  NATURAL_PERSON("自然人", "a natural person"),
  LEGAL_PERSON("法人或其他组织", "an organisation"),
  MIXED("自然人、法人或其他组织", "a person or an organisation");

  private final Text text;

  HolderCategory(String zh, String en) {
    this.text = Text.of(zh, en);
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Text text() {
    return text;
  }

  /** Whether a holder named by such a code may hold it. */
  public boolean admits(HolderCodeType code) {
    return switch (this) {
      case NATURAL_PERSON -> code.isPerson();
      case LEGAL_PERSON -> !code.isPerson();
      case MIXED -> true;
    };
  }
}
