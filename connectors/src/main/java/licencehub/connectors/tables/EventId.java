package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import licencehub.model.Digest;

/**
 * The sender's number of an event that has none: the row's key and version, so that the same row
 * always has the same number. Letters, digits, {@code .}, {@code _} and {@code -} stand for
 * themselves; every other byte of a key is written {@code :HH} in hexadecimal, and {@code /}
 * separates the parts.
 */
final class EventId {
  private static final int LONGEST = 100;
  private static final int DIGEST_DIGITS = 40;
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  private EventId() {}

  /** The number of the event {@code parts} name; a long one ends in a digest of all its parts. */
  static String of(String table, List<String> parts) {
    StringBuilder id = new StringBuilder(escaped(table));
    for (String part : parts) {
      id.append('/').append(escaped(part));
    }
    if (id.length() <= LONGEST) {
      return id.toString();
    }
    String digest = Digest.of(id.toString().getBytes(UTF_8)).toString();
    String tail = "/sha256:" + digest.substring(0, DIGEST_DIGITS);
    return id.substring(0, LONGEST - tail.length()) + tail;
  }

  private static String escaped(String part) {
    StringBuilder escaped = new StringBuilder();
    for (byte one : part.getBytes(UTF_8)) {
      if (isPlain(one)) {
        escaped.append((char) one);
      } else {
        escaped.append(String.format(Locale.ROOT, ":%02X", one));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(byte one) {
    return PLAIN.indexOf(one) >= 0;
  }
}
