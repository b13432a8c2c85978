package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.model.code.CreditCode;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.Policy.WhenStale;

/** A small world to test in: a root, an authority below it, and a department per algorithm. */
final class Town {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final Validity YEARS =
      new Validity(NOON.minus(Duration.ofDays(365)), NOON.plus(Duration.ofDays(365)));
  static final SecureRandom RANDOM = new SecureRandom();
  static final byte[] PAYLOAD =
      "{\"specversion\":\"1.0\",\"type\":\"licence.issued.v1\",\"data\":{\"name\":\"营业执照\"}}"
          .getBytes(UTF_8);

  static final CertificateAuthority ROOT =
      CertificateAuthority.root(Subject.of("测试根"), Algorithm.SM2_SM3, YEARS, RANDOM);
  static final CertificateAuthority AUTHORITY =
      ROOT.intermediate(Subject.of("测试签发机构"), Algorithm.SM2_SM3, YEARS, RANDOM);

  private static final Map<Algorithm, SignerKey> KEYS = new ConcurrentHashMap<>();

  private Town() {}

  static SignerKey key(Algorithm algorithm) {
    return KEYS.computeIfAbsent(algorithm, it -> AUTHORITY.issue(department(), it, YEARS, RANDOM));
  }

  static Subject department() {
    return Subject.of("测试市场监管局", CreditCode.complete("11440300MB2C00001"));
  }

  static EnvelopeSigner signer(Algorithm algorithm) {
    return new EnvelopeSigner(key(algorithm), algorithm, RANDOM);
  }

  /** Root and authority configured, and these signers. */
  static Trust trust(SignerKey... signers) {
    return new Trust(
        List.of(ROOT.key().certificate()),
        List.of(AUTHORITY.key().certificate()),
        List.of(signers).stream().map(SignerKey::certificate).toList());
  }

  static Policy policy(boolean revocationRequired, WhenStale whenStale) {
    return new Policy(
        "test/1",
        EnumSet.allOf(Algorithm.class),
        revocationRequired,
        Duration.ofHours(24),
        whenStale,
        Duration.ofMinutes(5));
  }

  /** A verifier that asks for no revocation lists. */
  static SignatureVerifier verifier(Trust trust) {
    return SignatureVerifiers.of(policy(false, WhenStale.UNDECIDED), trust, Revocations.none());
  }

  static Envelope.Opened opened(Envelope envelope) {
    return switch (envelope) {
      case Envelope.Opened it -> it;
      case Envelope.Unreadable it -> throw new AssertionError(it.fault().toString());
    };
  }

  static Examination examine(SignatureVerifier verifier, byte[] bytes) {
    return verifier.examine(opened(verifier.open(bytes)), NOON);
  }
}
