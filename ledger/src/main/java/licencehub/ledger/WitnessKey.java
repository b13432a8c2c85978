package licencehub.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * The public key of a witness, by which its cosignatures are believed (C2SP tlog-cosignature). Its
 * text is one line as of a ledger's key, {@code name+hash+base64}, with a type of its own: nobody
 * can pass a cosignature for a ledger's signature, or the other way round.
 */
public final class WitnessKey {
  private static final byte[] ED25519 = {4};
  private static final byte[] SM2 = sm2();
  private static final Pattern FORM =
      Pattern.compile("(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/=]{1,160})");

  /** The last moment a timestamp may name: the year 9999. */
  private static final long LAST = 253_402_300_799L;

  private final String name;
  private final NoteAlgorithm algorithm;
  private final AsymmetricKeyParameter key;
  private final byte[] typed;
  private final int id;

  WitnessKey(String name, NoteAlgorithm algorithm, byte[] point) {
    this.name = VerifierKey.checkedName(name);
    this.algorithm = algorithm;
    this.key = algorithm.publicKey(point);
    byte[] type = type(algorithm);
    this.typed = Arrays.copyOf(type, type.length + point.length);
    System.arraycopy(point, 0, typed, type.length, point.length);
    byte[] separator = {'\n'};
    this.id = ByteBuffer.wrap(Digest.of(name.getBytes(UTF_8), separator, typed).bytes()).getInt();
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws MalformedValue if it is no such text, or its parts contradict each other
   */
  public static WitnessKey parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw malformed(text);
    }
    byte[] typed = Base64Text.decode(parts.group("key")).orElseThrow(() -> malformed(text));
    for (NoteAlgorithm algorithm : NoteAlgorithm.values()) {
      byte[] type = type(algorithm);
      if (typed.length > type.length
          && Arrays.equals(typed, 0, type.length, type, 0, type.length)) {
        return read(parts.group("name"), algorithm, typed, type.length, text);
      }
    }
    throw malformed(text);
  }

  private static WitnessKey read(
      String name, NoteAlgorithm algorithm, byte[] typed, int from, String text) {
    try {
      WitnessKey read =
          new WitnessKey(name, algorithm, Arrays.copyOfRange(typed, from, typed.length));
      if (read.toString().equals(text)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw (MalformedValue) malformed(text).initCause(e);
    }
    throw malformed(text);
  }

  /** The witness's name. */
  public String name() {
    return name;
  }

  /** Ed25519 or SM2. */
  public String algorithm() {
    return algorithm.name();
  }

  int id() {
    return id;
  }

  /**
   * When the witness says it saw the checkpoint; empty when it did not cosign it. What carries a
   * wrong signature by this key counts as nothing.
   */
  public Optional<Instant> cosignedAt(byte[] note) {
    return SignedNote.parse(note)
        .flatMap(
            it ->
                it.signatures().stream()
                    .filter(line -> line.name().equals(name) && line.id() == id)
                    .flatMap(line -> time(it.text(), line.value()).stream())
                    .findFirst());
  }

  private Optional<Instant> time(String text, byte[] value) {
    if (value.length <= Long.BYTES) {
      return Optional.empty();
    }
    long time = ByteBuffer.wrap(value).getLong();
    byte[] signature = Arrays.copyOfRange(value, Long.BYTES, value.length);
    boolean right =
        time >= 0 && time <= LAST && algorithm.verifies(key, message(time, text), signature);
    return right ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
  }

  /** What a witness signs: that it saw the text at a time, in whole seconds. */
  static byte[] message(long time, String text) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8);
  }

  private static byte[] type(NoteAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> ED25519;
      case SM2 -> SM2;
    };
  }

  /** Types from 0xff on are for whoever names his own (C2SP signed-note). */
  private static byte[] sm2() {
    byte[] letters = "SM2-SM3/cosignature/v1".getBytes(US_ASCII);
    byte[] type = new byte[letters.length + 1];
    type[0] = (byte) 0xff;
    System.arraycopy(letters, 0, type, 1, letters.length);
    return type;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WitnessKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return name + "+" + "%08x".formatted(id) + "+" + Base64Text.encode(typed);
  }

  private static MalformedValue malformed(String text) {
    return MalformedValue.of(
        Text.of("见证人公钥", "witness key"),
        text,
        Text.of("应为“名称+哈希+公钥”一行", "must be one line of name+hash+key"),
        "witness.example+b8b0e36f+BAUxZ…");
  }
}
