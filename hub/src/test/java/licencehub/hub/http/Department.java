package licencehub.hub.http;

import java.security.SecureRandom;
import java.time.Instant;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.code.CreditCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/** A department of the tests, with one pushed source, a key, one to seal with, and a caller. */
record Department(SourceId source, Organisation organisation, SignerKey key, SignerKey seal) {
  static final Validity VALID =
      new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
  private static final SecureRandom RANDOM = new SecureRandom();

  static CertificateAuthority root() {
    return CertificateAuthority.root(
        Subject.of("Test Root"), Algorithm.ES256, VALID, new SecureRandom());
  }

  static Department of(String source, String code, String name, CertificateAuthority authority) {
    Organisation organisation = new Organisation(CreditCode.complete(code), name);
    SignerKey key =
        authority.issue(
            Subject.of(name, organisation.code()), Algorithm.ES256, VALID, new SecureRandom());
    SignerKey seal =
        authority.issue(
            Subject.of(name, organisation.code()), Algorithm.SM2_SM3, VALID, new SecureRandom());
    return new Department(new SourceId(source), organisation, key, seal);
  }

  Caller caller() {
    return new Caller(source.text(), Role.DEPARTMENT, organisation.code());
  }

  /** The document in a signed envelope on one line. */
  byte[] signed(byte[] document) {
    return new EnvelopeSigner(key, RANDOM).dsse(document);
  }
}
