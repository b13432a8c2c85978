package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with signature lines below it, C2SP signed-note; read, not verified.
 *
 * @param text what is signed, final newline included
 */
record SignedNote(String text, List<Signature> signatures) {
  /** How a signature line begins: em dash and space. */
  static final String DASH = "\u2014 ";

  /** Sixteen of the largest signatures in use fit. */
  static final int MAX_BYTES = 128 * 1024;

  private static final int MAX_SIGNATURES = 64;
  private static final Pattern LINE =
      Pattern.compile(DASH + "(?<key>[^+\\s\\p{Z}]+) (?<value>[A-Za-z0-9+/=]+)");

  /**
   * One signature line.
   *
   * @param name of the key
   * @param id of the key
   */
  record Signature(String name, int id, byte[] value) {}

  /** Absent if the bytes are not a signed note, or more than anybody needs. */
  static Optional<SignedNote> parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    return utf8(bytes).filter(SignedNote::hasNoControls).flatMap(SignedNote::split);
  }

  private static Optional<SignedNote> split(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      return Optional.empty();
    }
    String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MAX_SIGNATURES) {
      return Optional.empty();
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : lines) {
      Optional<Signature> signature = signature(line);
      if (signature.isEmpty()) {
        return Optional.empty();
      }
      signatures.add(signature.get());
    }
    return Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
  }

  private static Optional<Signature> signature(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Base64Text.decode(parts.group("value"))
        .filter(it -> it.length > Integer.BYTES)
        .map(
            it ->
                new Signature(
                    parts.group("key"),
                    ByteBuffer.wrap(it).getInt(),
                    Arrays.copyOfRange(it, Integer.BYTES, it.length)));
  }

  private static boolean hasNoControls(String note) {
    return note.chars().allMatch(it -> it == '\n' || it >= ' ');
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
