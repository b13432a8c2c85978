package licencehub.sharing.item;

import java.util.Locale;
import licencehub.model.Text;

/** Who somebody is to a case 办件当事人. */
public enum Party {
  APPLICANT("申请人", "applicant"),
  LEGAL_REPRESENTATIVE("法定代表人", "legal representative"),
  AGENT("经办人", "agent");

  private final Text text;

  Party(String zh, String en) {
    this.text = Text.of(zh, en);
  }

  public Text text() {
    return text;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
