package licencehub.verification;

import java.util.List;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.verification.Envelope.Form;
import licencehub.verification.envelope.Bounds;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Content;
import licencehub.verification.envelope.Dsse;
import licencehub.verification.envelope.Jws;
import licencehub.verification.envelope.Refused;
import licencehub.verification.x509.Certificates;
import org.jspecify.annotations.Nullable;

/** Tells the forms of envelope apart and takes each apart; answers every input, never throws. */
final class EnvelopeReader {
  private static final byte SEQUENCE = 0x30;

  private final Bounds bounds;
  private final Dsse dsse;
  private final Cms cms;
  private final Jws jws;

  EnvelopeReader(Bounds bounds, Certificates certificates) {
    this.bounds = bounds;
    this.dsse = new Dsse(bounds);
    this.cms = new Cms(bounds, certificates);
    this.jws = new Jws(bounds, certificates);
  }

  Envelope read(byte[] bytes) {
    try {
      bound(bytes);
      return switch (form(bytes)) {
        case DSSE -> opened(Form.DSSE, dsse.read(bytes));
        case CMS -> opened(Form.CMS, cms.read(bytes, null));
        case JWS -> opened(Form.JWS, jws.read(bytes));
        case null ->
            throw new Refused(
                Reason.ENVELOPE_UNREADABLE,
                Text.of("不是DSSE、CMS或JWS", "neither DSSE nor CMS nor compact JWS"));
      };
    } catch (Refused e) {
      return new Envelope.Unreadable(e.fault());
    }
  }

  Envelope readDetached(byte[] content, byte[] signature) {
    try {
      bound(content);
      bound(signature);
      return opened(Form.CMS, cms.read(signature, content));
    } catch (Refused e) {
      return new Envelope.Unreadable(e.fault());
    }
  }

  private void bound(byte[] bytes) throws Refused {
    if (bytes.length > bounds.bytes()) {
      throw new Refused(
          Reason.BYTES_TOO_LARGE,
          Text.of(
              "有" + bytes.length + "字节，最多" + bounds.bytes() + "字节",
              bytes.length + " bytes, at most " + bounds.bytes() + " are taken"));
    }
  }

  private static @Nullable Form form(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && bytes[start] <= ' ' && bytes[start] > 0) {
      start++;
    }
    if (start == bytes.length) {
      return null;
    }
    return switch (bytes[start]) {
      case '{' -> Form.DSSE;
      case 'e' -> Form.JWS;
      case SEQUENCE, '-', 'M' -> Form.CMS;
      default -> null;
    };
  }

  private static Envelope opened(Form form, Content content) {
    List<SignatureClaim> claims = content.claims().stream().map(EnvelopeReader::claim).toList();
    return new Envelope.Opened(form, content.payload(), claims);
  }

  private static SignatureClaim claim(Claim it) {
    return new SignatureClaim(
        it.algorithm(), it.keyId(), it.certificates(), it.signed(), it.signature(), it.signedAt());
  }
}
