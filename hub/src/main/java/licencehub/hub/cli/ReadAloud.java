package licencehub.hub.cli;

import java.security.cert.X509Certificate;
import java.util.Locale;
import licencehub.verification.Trust;

/** Fingerprints of certificates in groups of four, as two people compare them on the telephone. */
final class ReadAloud {
  private ReadAloud() {}

  /** SHA-256 of the certificate. */
  static String of(X509Certificate certificate) {
    return Trust.id(certificate)
        .toString()
        .toUpperCase(Locale.ROOT)
        .replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Whether somebody means this certificate, however the digits are grouped. */
  static boolean isOf(String fingerprint, X509Certificate certificate) {
    String digits = fingerprint.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
    return digits.equals(Trust.id(certificate).toString());
  }
}
