package licencehub.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import licencehub.model.Digest;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.FileSignature.Covered;
import licencehub.verification.file.FileSource;
import licencehub.verification.file.Hash;
import licencehub.verification.x509.BouncyCastle;
import org.jspecify.annotations.Nullable;

/** The computing over files, piece by piece. */
final class SignatureFit {
  private static final int PIECE = 64 * 1024;

  private SignatureFit() {}

  /**
   * Whether a signature fits its bytes and this key.
   *
   * @param covered the bytes, where the claim does not hold them
   */
  static boolean of(Claim claim, @Nullable Covered covered, Algorithm algorithm, PublicKey key) {
    if (!claim.algorithm().isEmpty() && !claim.algorithm().equals(algorithm.wire())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(algorithm.jca(), BouncyCastle.PROVIDER);
      signature.initVerify(key);
      if (covered == null) {
        signature.update(claim.signed());
      } else {
        update(signature, covered);
      }
      return signature.verify(claim.signature());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Damaged signature bytes are answered with exceptions of many kinds; none of them fits.
      return false;
    }
  }

  private static void update(Signature signature, Covered covered)
      throws IOException, GeneralSecurityException {
    byte[] piece = new byte[PIECE];
    try (InputStream in = covered.open()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        signature.update(piece, 0, n);
      }
    }
  }

  /** SHA-256 of a whole file. */
  static Digest digest(FileSource file) throws IOException, Refused {
    MessageDigest digest = Hash.SHA256.start();
    byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, file.size()))];
    try (InputStream in = file.stream(0, file.size())) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
      }
    }
    return Digest.wrap(digest.digest());
  }
}
