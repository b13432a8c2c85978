package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs checkpoints as C2SP tlog-checkpoint describes: a signed note whose key name is the log's
 * origin, with Ed25519 (RFC 8032). Safe for any number of threads.
 */
public final class CheckpointSigner {
  private final Ed25519PrivateKeyParameters key;
  private final VerifierKey verifierKey;

  private CheckpointSigner(String origin, Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.verifierKey = new VerifierKey(origin, key.generatePublicKey());
  }

  /**
   * Takes the key from a PEM file (PKCS #8, as {@code openssl genpkey -algorithm ed25519} writes
   * it), or makes the file with a new key, readable by its owner only, where there is none.
   *
   * @param origin names the log for good: a host name and path without scheme, no spaces, no plus
   * @throws licencehub.model.MalformedValue if the origin or the file is not what it should be, or
   *     if everybody may read the file
   * @throws licencehub.model.Unavailable if the file cannot be read or written
   */
  public static CheckpointSigner open(String origin, Path file, SecureRandom random) {
    return new CheckpointSigner(VerifierKey.checkedName(origin), KeyFile.open(file, random));
  }

  /** The public half, by which anybody verifies what this signs. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** The checkpoint of a log of this size and root. */
  public Checkpoint sign(long size, Digest root) {
    String text = verifierKey.name() + "\n" + size + "\n" + Base64Text.encode(root.bytes()) + "\n";
    return new Checkpoint(size, root, note(text));
  }

  /** The text with this key's signature line below it. */
  String note(String text) {
    byte[] signed = text.getBytes(UTF_8);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(signed, 0, signed.length);
    byte[] signature = signer.generateSignature();
    ByteBuffer line = ByteBuffer.allocate(Integer.BYTES + signature.length);
    line.putInt(verifierKey.id()).put(signature);
    return text
        + "\n"
        + SignedNote.DASH
        + verifierKey.name()
        + " "
        + Base64Text.encode(line.array())
        + "\n";
  }
}
