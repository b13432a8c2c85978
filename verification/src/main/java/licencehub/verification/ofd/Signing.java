package licencehub.verification.ofd;

/** Somebody who signs with SM2 and SM3. */
public interface Signing {
  /** DER of the signer's certificate. */
  byte[] certificate();

  /** The signature as DER. */
  byte[] sign(byte[] bytes);
}
