package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.library.index.Face;
import licencehub.library.index.SearchTokens;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over into the index of the current index key what was filed before it came, read from the
 * documents; then the hashed subjects of accesses; then lets earlier indexes go, a little at a time
 * as well.
 */
final class Reindexing {
  private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);
  private static final long MOST_BYTES = 1L << 20;
  private static final String STANDING =
      "SELECT e.seq, e.subject, e.source, e.id, e.document FROM event e"
          + " JOIN licence l ON l.identifier = e.subject AND l.content = e.seq"
          + " WHERE e.seq >= ? AND e.seq < ? ORDER BY e.seq";
  private static final String COME_TO = "UPDATE search_index SET next = ? WHERE key = ?";
  private static final String HASHED =
      "SELECT subject, number FROM access WHERE (subject, number) > (?, ?) AND subject < ?"
          + " ORDER BY subject, number LIMIT ?";

  /** An index with a negative {@code next} is not used any more. */
  private static final int GONE = -1;

  private static final String GOING = "SELECT key, words FROM search_index WHERE next < 0 LIMIT 1";
  private static final String FORGET = "DELETE FROM search_index WHERE key = ?";

  private final WriterKeys keys;
  private final KeyRing ring;
  private final EventCipher cipher;
  private final Words words;
  private final RotatedAccesses accesses;

  Reindexing(WriterKeys keys, KeyRing ring, RowCipher cipher, Words words) {
    this.words = words;
    this.keys = keys;
    this.ring = ring;
    this.cipher = new EventCipher(cipher);
    this.accesses = new RotatedAccesses(cipher, keys);
  }

  /**
   * How far one run has come.
   *
   * @param subject the last access that was looked at, by its subject and number
   * @param stuck events and accesses that did not open
   */
  record Reached(String subject, long number, long stuck) {
    static final Reached START = new Reached("", -1, 0);
  }

  /** What a step did and where it leaves off. */
  record Step(long moved, Reached reached) {}

  private record Hashed(String subject, long number) {}

  private record Going(int key, String words) {}

  /** Looks at so many events or accesses at most. */
  Step step(Session file, int rows, Reached from) throws SQLException {
    SearchIndex now = keys.index();
    if (now.next() < now.upto()) {
      return events(file, now, rows, from);
    }
    for (SearchIndex earlier : SearchIndex.list(file, ring)) {
      if (earlier.key().id() != now.key().id()) {
        return accesses(file, earlier, rows, from);
      }
    }
    Optional<Going> going = file.first(GOING, row -> new Going(row.getInt(1), row.getString(2)));
    return new Step(going.isPresent() ? remove(file, going.get(), rows) : 0, from);
  }

  /** How much is left at most: events, and one for each index that is to go. */
  static long left(Session file, KeyRing ring) throws SQLException {
    int current = ring.currentIndex().id();
    long left = file.first(GOING, row -> 1).isPresent() ? 1 : 0;
    boolean begun = false;
    for (SearchIndex it : SearchIndex.list(file, ring)) {
      begun |= it.key().id() == current;
      left += it.key().id() == current ? it.upto() - it.next() : 1;
    }
    return begun ? left : left + 1;
  }

  private Step events(Session file, SearchIndex now, int rows, Reached from) throws SQLException {
    Window window = new Window(Math.min(now.next() + rows, now.upto()));
    file.visit(STANDING, window, now.next(), window.end);
    SearchTokens tokens = new SearchTokens(now.key());
    List<Words.Content> contents =
        window.standing.stream()
            .map(it -> new Words.Content(it.sequence(), String.join(" ", tokens.of(it.face()))))
            .toList();
    keys.enter(file, contents);
    file.change(COME_TO, window.end, now.key().id());
    long stuck = from.stuck() + window.unopened;
    return new Step(window.end - now.next(), new Reached(from.subject(), from.number(), stuck));
  }

  /** Hashes subjects anew; when there are none left, the index is not needed any more. */
  private Step accesses(Session file, SearchIndex earlier, int rows, Reached from)
      throws SQLException {
    String prefix = AccessTable.prefix(earlier.key().id());
    String end = prefix.substring(0, prefix.length() - 1) + ";"; // the sign after the colon
    boolean begun = from.subject().startsWith(prefix);
    List<Hashed> some =
        file.list(
            HASHED,
            row -> new Hashed(row.getString(1), row.getLong(2)),
            begun ? from.subject() : prefix,
            begun ? from.number() : -1,
            end,
            rows);
    Reached reached = from;
    for (Hashed it : some) {
      reached = new Reached(it.subject(), it.number(), reached.stuck() + again(file, it.number()));
    }
    if (some.isEmpty()) {
      file.change(COME_TO, GONE, earlier.key().id());
    }
    return new Step(Math.max(some.size(), 1), reached);
  }

  private int again(Session file, long access) throws SQLException {
    try {
      accesses.encryptAgain(file, access, keys.data());
      return 0;
    } catch (Unavailable e) {
      LOG.error("access {} is left under its index key: {}", access, e.getMessage());
      return 1;
    }
  }

  private long remove(Session file, Going it, int rows) throws SQLException {
    long removed = words.remove(file, it.words(), rows);
    if (removed == 0) {
      file.change(FORGET, it.key());
    }
    return Math.max(removed, 1);
  }

  private record Known(long sequence, Face face) {}

  /** Standing content of a few events: not many more bytes than a megabyte at a time. */
  private final class Window implements Session.Visitor {
    private final List<Known> standing = new ArrayList<>();
    private long end;
    private long bytes;
    private long unopened;

    Window(long end) {
      this.end = end;
    }

    @Override
    public boolean wantsMoreAfter(ResultSet row) throws SQLException {
      long sequence = row.getLong(1);
      try {
        byte[] document = cipher.document(row.getString(3), row.getString(4), row.getBytes(5));
        LicenceIdentifier identifier = LicenceIdentifier.parseInbound(row.getString(2));
        standing.add(new Known(sequence, new Face(identifier, document)));
        bytes += document.length;
      } catch (Unavailable e) {
        LOG.error("event {} does not enter the new index: {}", sequence, e.getMessage());
        unopened++;
      }
      if (bytes >= MOST_BYTES) {
        end = sequence + 1;
      }
      return bytes < MOST_BYTES;
    }
  }
}
