package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The public key of a log, which is all a verifier needs of it. Its text is the one line that note
 * tools exchange: {@code name+hash+base64}, hash being the key id of C2SP signed-note.
 */
public final class VerifierKey {
  private static final String EXAMPLE = "hub.example/ledger+b8b0e36f+AbUxZ…";
  private static final Pattern NAME = Pattern.compile("[^+\\s\\p{Z}\\p{Cntrl}]{1,200}");
  private static final Pattern FORM =
      Pattern.compile("(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/=]{1,128})");

  private final String name;
  private final NoteAlgorithm algorithm;
  private final AsymmetricKeyParameter key;
  private final byte[] point;
  private final int id;

  /**
   * @param name the log's origin
   */
  VerifierKey(String name, NoteAlgorithm algorithm, byte[] point) {
    this.name = checkedName(name);
    this.algorithm = algorithm;
    this.key = algorithm.publicKey(point);
    this.point = point.clone();
    byte[] separator = {'\n'};
    this.id =
        ByteBuffer.wrap(Digest.of(name.getBytes(UTF_8), separator, algorithm.typed(point)).bytes())
            .getInt();
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws MalformedValue if it is no such text, or its parts contradict each other
   */
  public static VerifierKey parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw malformed(text);
    }
    byte[] typed = Base64Text.decode(parts.group("key")).orElseThrow(() -> malformed(text));
    NoteAlgorithm algorithm =
        Arrays.stream(NoteAlgorithm.values())
            .filter(it -> it.isTyped(typed))
            .findFirst()
            .orElseThrow(() -> malformed(text));
    VerifierKey read = ofPoint(parts.group("name"), algorithm, algorithm.point(typed), text);
    if (!read.toString().equals(text)) {
      throw malformed(text);
    }
    return read;
  }

  private static VerifierKey ofPoint(
      String name, NoteAlgorithm algorithm, byte[] point, String text) {
    try {
      return new VerifierKey(name, algorithm, point);
    } catch (MalformedValue e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw (MalformedValue) malformed(text).initCause(e);
    }
  }

  static String checkedName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw MalformedValue.of(
          Text.of("账本标识", "ledger origin"),
          name,
          Text.of("不得为空，不得含空格或加号", "must not be empty or hold spaces or a plus sign"),
          "hub.example/ledger");
    }
    return name;
  }

  /** Ed25519 or SM2. */
  public String algorithm() {
    return algorithm.name();
  }

  /** The log's origin. */
  public String name() {
    return name;
  }

  /** The key id of C2SP signed-note: the first four bytes of a digest over name and key. */
  public int id() {
    return id;
  }

  /** Whether this key made the signature over the text. */
  public boolean verifies(byte[] text, byte[] signature) {
    return algorithm.verifies(key, text, signature);
  }

  /** The key alone as a PEM file (RFC 8410, RFC 5480), which OpenSSL reads. */
  public String pem() {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject("PUBLIC KEY", algorithm.info(point)));
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes every character", e);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    String hash = "%08x".formatted(id);
    return name + "+" + hash + "+" + Base64Text.encode(algorithm.typed(point));
  }

  private static MalformedValue malformed(String text) {
    return MalformedValue.of(
        Text.of("账本验证公钥", "ledger verifier key"),
        text,
        Text.of("应为“名称+哈希+公钥”一行", "must be one line of name+hash+key"),
        EXAMPLE);
  }
}
