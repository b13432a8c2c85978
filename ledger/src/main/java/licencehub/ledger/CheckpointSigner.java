package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Signs checkpoints as C2SP tlog-checkpoint describes: a signed note whose key name is the log's
 * origin, with Ed25519 (RFC 8032), and where the hub has such a key with SM2 over the same bytes.
 * Safe for any number of threads.
 */
public final class CheckpointSigner {
  private final List<Key> keys;

  private record Key(
      NoteAlgorithm algorithm, AsymmetricKeyParameter secret, VerifierKey verifierKey) {
    static Key open(NoteAlgorithm algorithm, String origin, Path file, SecureRandom random) {
      AsymmetricKeyParameter secret = KeyFile.open(algorithm, file, random);
      return new Key(
          algorithm, secret, new VerifierKey(origin, algorithm, algorithm.point(secret)));
    }

    /** This key's signature line below a text. */
    String line(byte[] text) {
      byte[] signature = algorithm.sign(secret, text);
      ByteBuffer line = ByteBuffer.allocate(Integer.BYTES + signature.length);
      line.putInt(verifierKey.id()).put(signature);
      return SignedNote.DASH + verifierKey.name() + " " + Base64Text.encode(line.array()) + "\n";
    }
  }

  private CheckpointSigner(List<Key> keys) {
    this.keys = List.copyOf(keys);
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
    String name = VerifierKey.checkedName(origin);
    return new CheckpointSigner(List.of(Key.open(NoteAlgorithm.ED25519, name, file, random)));
  }

  /** Signs with an SM2 key from a second file as well, made in the same way where there is none. */
  public CheckpointSigner withSm2(Path file, SecureRandom random) {
    List<Key> both = new ArrayList<>(keys);
    both.add(Key.open(NoteAlgorithm.SM2, verifierKey().name(), file, random));
    return new CheckpointSigner(both);
  }

  /** The public half of the Ed25519 key, by which anybody verifies what this signs. */
  public VerifierKey verifierKey() {
    return keys.getFirst().verifierKey();
  }

  /** The public halves of all keys, Ed25519 first. */
  public List<VerifierKey> verifierKeys() {
    return keys.stream().map(Key::verifierKey).toList();
  }

  /** The checkpoint of a log of this size and root. */
  public Checkpoint sign(long size, Digest root) {
    String text =
        verifierKey().name() + "\n" + size + "\n" + Base64Text.encode(root.bytes()) + "\n";
    return new Checkpoint(size, root, note(text));
  }

  /** The text with each key's signature line below it. */
  String note(String text) {
    byte[] signed = text.getBytes(UTF_8);
    StringBuilder note = new StringBuilder(text).append('\n');
    keys.forEach(it -> note.append(it.line(signed)));
    return note.toString();
  }
}
