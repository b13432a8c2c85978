package licencehub.connectors.httppull;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the pages were read: so many items of the page at {@code cursor}, which had this digest
 * then. A last page may grow; if it grew at its end only the new items are read, and if it changed
 * in any other way all of them are, for repeats are harmless and gaps are not.
 *
 * @param cursor what led to the page, empty for the first
 * @param digest of the items taken, in hexadecimal
 */
record Place(String cursor, int taken, String digest) {
  static final Place START = new Place("", 0, digest(List.of()));
  private static final JsonMapper JSON = JsonMapper.shared();

  static Place at(String cursor) {
    return new Place(cursor, 0, START.digest);
  }

  /** After the first {@code count} items of a page. */
  static Place after(String cursor, List<byte[]> items, int count) {
    return new Place(cursor, count, digest(items.subList(0, count)));
  }

  /** How many of these items were taken before. */
  int skipped(List<byte[]> items) {
    boolean same = items.size() >= taken && digest(items.subList(0, taken)).equals(digest);
    return same ? taken : 0;
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /** A position that cannot be read counts as none: reading again is harmless. */
  static Place parse(Optional<String> text) {
    try {
      return text.map(it -> JSON.readValue(it, Place.class)).orElse(START);
    } catch (JacksonException e) {
      return START;
    }
  }

  private static String digest(List<byte[]> items) {
    byte[][] parts = new byte[items.size() * 2][];
    for (int i = 0; i < items.size(); i++) {
      parts[2 * i] = ByteBuffer.allocate(Integer.BYTES).putInt(items.get(i).length).array();
      parts[2 * i + 1] = items.get(i);
    }
    return Digest.of(parts).toString();
  }
}
