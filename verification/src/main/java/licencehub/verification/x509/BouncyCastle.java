package licencehub.verification.x509;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one cryptographic provider, passed explicitly wherever keys are used: the platform's own
 * providers do not know SM2, and are several times slower with P-256 and Ed25519.
 */
public final class BouncyCastle {
  public static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}
}
