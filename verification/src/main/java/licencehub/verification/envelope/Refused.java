package licencehub.verification.envelope;

import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;

/** The bytes are not an envelope or a file the hub takes apart. Never leaves the room. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Fault fault;

  public Refused(Reason reason, Text detail) {
    super(detail.toString(), null, false, false);
    this.fault = Fault.of(reason, detail);
  }

  static Refused unreadable(String zh, String en) {
    return new Refused(Reason.ENVELOPE_UNREADABLE, Text.of(zh, en));
  }

  static Refused tooMany(String zh, String en, int found, int most) {
    return unreadable(
        "信封中" + zh + "有" + found + "个，最多" + most + "个",
        "the envelope has " + found + " " + en + ", at most " + most + " are taken");
  }

  static Refused damagedCertificate() {
    return unreadable("信封所附证书已损坏", "a certificate in the envelope is damaged");
  }

  static Refused unsigned() {
    return new Refused(
        Reason.SIGNATURE_MISSING,
        Text.of("信封中没有签名，请签名后再报送", "the envelope has no signature: sign it before sending"));
  }

  public Fault fault() {
    return fault;
  }
}
