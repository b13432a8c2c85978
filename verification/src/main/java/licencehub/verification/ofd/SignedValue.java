package licencehub.verification.ofd;

import static licencehub.model.Finding.failed;
import static licencehub.model.Finding.passed;
import static licencehub.model.Finding.skipped;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.Hash;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.DerBounds;
import licencehub.verification.x509.DerBounds.Shape;
import org.bouncycastle.asn1.ASN1Sequence;

/** What stands in SignedValue.dat, held against Signature.xml and Seal.esl. */
final class SignedValue {
  static final List<String> CHECKS =
      List.of("form", "signature-file", "seal-file", "seal-property", "seal-signers");
  private static final String FORM = "form";
  private static final String FILE = "signature-file";
  private static final String SEAL_FILE = "seal-file";
  private static final String PROPERTY = "seal-property";
  private static final String SIGNERS = "seal-signers";
  private static final int DEPTH = 24;
  private static final int ELEMENTS = 20_000;

  private final OfdPackage pack;
  private final Listed listed;
  private final Certificates certificates;
  private final Cms cms;

  SignedValue(OfdPackage pack, Listed listed, Certificates certificates, Cms cms) {
    this.pack = pack;
    this.listed = listed;
    this.certificates = certificates;
    this.cms = cms;
  }

  /** The findings, in the order of {@link #CHECKS}, with the claims. */
  FileSignature read() throws IOException, Refused {
    byte[] bytes = pack.bytes(listed.value());
    if (DerBounds.of(bytes, DEPTH, ELEMENTS) != Shape.SOUND) {
      return broken(Reason.FILE_UNREADABLE, "签名值不是完好的DER not sound DER");
    }
    try {
      ASN1Sequence outer = ASN1Sequence.getInstance(bytes);
      Ses.Form form = Ses.form(outer);
      return switch (form) {
        case V4, V1 -> sealed(form, Ses.of(outer, form));
        case PLAIN -> listed.sealed() ? mislabelled() : plain(PlainForm.whole(outer, bytes));
        case UNKNOWN -> broken(Reason.SEAL_UNKNOWN, Ses.named(outer));
      };
    } catch (CertificateException e) {
      return broken(Reason.FILE_UNREADABLE, "证书已损坏 a certificate is damaged");
    } catch (Refused e) {
      return broken(e.fault().reason(), e.fault().detail().toString());
    } catch (RuntimeException e) {
      // The ASN.1 reader answers damage with unchecked exceptions of many kinds.
      return broken(Reason.FILE_UNREADABLE, "签章数据结构有误 not the structure of a seal");
    }
  }

  private FileSignature sealed(Ses.Form form, Ses ses)
      throws IOException, Refused, CertificateException {
    certificates.of(ses.claim().certificates().get(0));
    certificates.of(ses.seal().claim().maker().certificates().get(0));
    List<Finding> checks = new ArrayList<>();
    checks.add(passed(FORM, form.shown()));
    checks.add(file(ses.claim().algorithm(), ses.dataHash()));
    checks.add(sealFile(ses));
    checks.add(property(ses));
    checks.add(
        ses.seal().allows(ses.claim().certificates().get(0))
            ? passed(SIGNERS, Faults.shown(ses.seal().identifier()))
            : failed(SIGNERS, Reason.SEAL_SIGNER_NOT_LISTED, String.valueOf(ses.claim().keyId())));
    return new FileSignature(checks, ses.claim(), null, ses.seal().claim());
  }

  private FileSignature plain(byte[] bytes) throws IOException, Refused {
    byte[] file = pack.bytes(listed.file());
    PlainForm plain = PlainForm.read(cms, bytes, file);
    List<Finding> checks = new ArrayList<>();
    checks.add(passed(FORM, Ses.Form.PLAIN.shown()));
    checks.add(
        plain.fits()
            ? passed(FILE, listed.file().name())
            : failed(FILE, Reason.FILE_CHANGED, listed.file().name()));
    skipSeal(checks, "普通签名没有印章 a plain signature has no seal");
    return new FileSignature(checks, plain.claim(), null, null);
  }

  private Finding file(String algorithm, byte[] expected) throws IOException, Refused {
    Hash hash = Hash.of(algorithm).orElse(null);
    if (hash == null) {
      return failed(FILE, Reason.ALGORITHM_REFUSED, Faults.shown(algorithm));
    }
    return MessageDigest.isEqual(expected, pack.digest(listed.file(), hash))
        ? passed(FILE, listed.file().name())
        : failed(FILE, Reason.FILE_CHANGED, listed.file().name());
  }

  private Finding sealFile(Ses ses) throws IOException, Refused {
    if (listed.seal().isEmpty()) {
      return skipped(SEAL_FILE, "印章只在签章数据中 the seal stands in the signature only");
    }
    String name = listed.seal().get().name();
    return MessageDigest.isEqual(pack.bytes(listed.seal().get()), ses.seal().der())
        ? passed(SEAL_FILE, name)
        : failed(SEAL_FILE, Reason.SEAL_DIFFERENT, name);
  }

  private Finding property(Ses ses) {
    String place = ses.propertyInfo();
    String name = place.startsWith("/") ? place.substring(1) : place;
    return name.equals(listed.file().name())
        ? passed(PROPERTY, listed.file().name())
        : failed(PROPERTY, Reason.SEAL_DIFFERENT, Faults.shown(place));
  }

  private FileSignature mislabelled() {
    return broken(Reason.SEAL_UNKNOWN, "声明为印章，却是普通签名 called a seal, but a plain signature");
  }

  private static FileSignature broken(Reason reason, String detail) {
    List<Finding> checks = new ArrayList<>();
    checks.add(failed(FORM, reason, detail));
    String why = "签名值无法使用 the signed value cannot be used";
    checks.add(skipped(FILE, why));
    skipSeal(checks, why);
    return new FileSignature(checks, null, null, null);
  }

  private static void skipSeal(List<Finding> checks, String why) {
    for (String it : List.of(SEAL_FILE, PROPERTY, SIGNERS)) {
      checks.add(skipped(it, why));
    }
  }
}
