package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import licencehub.verification.x509.ParsedCertificate;
import licencehub.verification.x509.RevocationList;

/**
 * Coverage-guided search for bytes that make a parser throw what it does not declare, or take long.
 * In the ordinary run only the collected inputs are tried; {@code JAZZER_FUZZ=1} searches.
 */
class OpenFuzzTest {
  private static final SignatureVerifier VERIFIER =
      Town.verifier(Town.trust(Town.key(Algorithm.SM2_SM3), Town.key(Algorithm.ES256)));

  @FuzzTest(maxDuration = "3m")
  void any_bytes(byte[] bytes) {
    judge(VERIFIER.open(bytes));
  }

  @FuzzTest(maxDuration = "3m")
  void any_asn1(byte[] bytes) {
    judge(VERIFIER.openDetached(Town.PAYLOAD, bytes));
  }

  @FuzzTest(maxDuration = "3m")
  void any_dsse(byte[] bytes) {
    judge(VERIFIER.open(("{\"signatures\":[" + new String(bytes, UTF_8)).getBytes(UTF_8)));
  }

  @FuzzTest(maxDuration = "3m")
  void any_certificate(byte[] bytes) {
    try {
      ParsedCertificate.parse(bytes);
    } catch (CertificateException e) {
      // Declared.
    }
  }

  @FuzzTest(maxDuration = "3m")
  void any_revocation_list(byte[] bytes) {
    try {
      RevocationList.parse(bytes, Trust.parsed(Town.trust().anchors()));
    } catch (CRLException e) {
      // Declared.
    }
  }

  private static void judge(Envelope envelope) {
    if (envelope instanceof Envelope.Opened opened) {
      VERIFIER.examine(opened, Town.NOON);
    }
  }
}
