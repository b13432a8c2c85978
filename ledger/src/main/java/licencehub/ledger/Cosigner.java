package licencehub.ledger;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Signs that a witness saw a checkpoint at a moment (C2SP tlog-cosignature, cosignature/v1): with
 * Ed25519, and with SM2 over the same bytes. Safe for any number of threads.
 */
public final class Cosigner {
  private final List<Key> keys;

  private record Key(NoteAlgorithm algorithm, AsymmetricKeyParameter secret, WitnessKey open) {
    static Key open(NoteAlgorithm algorithm, String name, Path file, SecureRandom random) {
      AsymmetricKeyParameter secret = KeyFile.open(algorithm, file, random);
      return new Key(algorithm, secret, new WitnessKey(name, algorithm, algorithm.point(secret)));
    }

    String line(String text, long time) {
      byte[] signature = algorithm.sign(secret, WitnessKey.message(time, text));
      byte[] value =
          ByteBuffer.allocate(Integer.BYTES + Long.BYTES + signature.length)
              .putInt(open.id())
              .putLong(time)
              .put(signature)
              .array();
      return SignedNote.DASH + open.name() + " " + Base64Text.encode(value) + "\n";
    }
  }

  private Cosigner(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Takes the keys from PEM files, or makes them where there are none, readable by the owner alone.
   *
   * @param name of the witness, as a host name and path without scheme
   * @throws licencehub.model.MalformedValue if name or file is not what it should be
   * @throws licencehub.model.Unavailable if a file cannot be read or written
   */
  public static Cosigner open(String name, Path ed25519, Path sm2, SecureRandom random) {
    return new Cosigner(
        List.of(
            Key.open(NoteAlgorithm.ED25519, name, ed25519, random),
            Key.open(NoteAlgorithm.SM2, name, sm2, random)));
  }

  /** By which anybody believes what this signs, Ed25519 first. */
  public List<WitnessKey> keys() {
    return keys.stream().map(Key::open).toList();
  }

  /**
   * The signature lines.
   *
   * @param text of the note, final newline included
   */
  String cosign(String text, Instant at) {
    StringBuilder lines = new StringBuilder();
    keys.forEach(it -> lines.append(it.line(text, at.getEpochSecond())));
    return lines.toString();
  }
}
