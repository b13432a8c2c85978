package licencehub.ledger;

import java.util.Base64;
import java.util.Optional;
import licencehub.model.Digest;

/** Base 64 of RFC 4648 section 4 in its one canonical spelling, so that no text has a twin. */
final class Base64Text {
  private static final int HASH = 32;

  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<Digest> digest(String text) {
    return decode(text).filter(it -> it.length == HASH).map(Digest::wrap);
  }
}
