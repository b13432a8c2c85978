package licencehub.library.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.library.sqlite.Rotation.Reached;
import licencehub.library.sqlite.Rotation.Step;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over into the index of the current index key what was filed before it came, read from the
 * documents; then the hashed subjects of accesses; then lets earlier indexes go.
 */
final class Reindexing {
  private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);
  private static final long MOST_BYTES = 1L << 20;
  private static final String STANDING =
      "SELECT e.seq, e.subject, e.source, e.id, e.data_key, e.document FROM event e"
          + " JOIN licence l ON l.identifier = e.subject AND l.content = e.seq"
          + " WHERE e.seq >= ? AND e.seq < ? ORDER BY e.seq";
  private static final String COME_TO = "UPDATE search_index SET next = ? WHERE key = ?";
  private static final String HASHED =
      "SELECT number FROM access WHERE subject >= ? AND subject < ? LIMIT ?";
  private static final String FORGET = "DELETE FROM search_index WHERE key = ?";

  private final WriterKeys keys;
  private final KeyRing ring;
  private final EventCipher cipher;
  private final RotatedAccesses accesses;

  Reindexing(WriterKeys keys, KeyRing ring, RowCipher cipher) {
    this.keys = keys;
    this.ring = ring;
    this.cipher = new EventCipher(cipher);
    this.accesses = new RotatedAccesses(cipher, keys);
  }

  /** Looks at so many events or accesses at most. */
  Step step(Session file, int rows, Reached from) throws SQLException {
    SearchIndex now = keys.index();
    if (now.next() < now.upto()) {
      return events(file, now, rows, from);
    }
    for (SearchIndex earlier : SearchIndex.list(file, ring)) {
      if (earlier.key().id() != now.key().id()) {
        return earlier(file, earlier, rows, from);
      }
    }
    return new Step(0, from);
  }

  /** How much is left at most: events, and one for each index that is to go. */
  static long left(Session file, KeyRing ring) throws SQLException {
    int current = ring.currentIndex().id();
    long left = 0;
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
    for (Known it : window.standing) {
      now.add(file, it.sequence(), tokens.of(it.face()));
    }
    file.change(COME_TO, window.end, now.key().id());
    Reached reached = new Reached(from.passed(), from.accesses(), from.stuck() + window.unopened);
    return new Step(window.end - now.next(), reached);
  }

  private Step earlier(Session file, SearchIndex index, int rows, Reached from)
      throws SQLException {
    String prefix = AccessTable.prefix(index.key().id());
    String end = prefix.substring(0, prefix.length() - 1) + ";"; // the sign after the colon
    Reached reached = from;
    long moved = 0;
    for (long row : file.list(HASHED, it -> it.getLong(1), prefix, end, rows)) {
      try {
        if (!from.accesses().contains(row)) {
          accesses.encryptAgain(file, row, keys.data());
          moved++;
        }
      } catch (Unavailable e) {
        LOG.error("access {} is left under its index key", row, e);
        reached = reached.pastAccess(row);
      }
    }
    if (moved == 0 && reached.equals(from)) {
      file.run("DROP TABLE " + index.words());
      file.change(FORGET, index.key().id());
      return new Step(1, from);
    }
    return new Step(moved + reached.stuck() - from.stuck(), reached);
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
        byte[] document =
            cipher.document(
                row.getString(3), row.getString(4), LicenceTable.number(row, 5), row.getBytes(6));
        LicenceIdentifier identifier = LicenceIdentifier.parseInbound(row.getString(2));
        standing.add(new Known(sequence, new Face(identifier, document)));
        bytes += document.length;
      } catch (Unavailable e) {
        LOG.error("event {} does not enter the new index", sequence, e);
        unopened++;
      }
      if (bytes >= MOST_BYTES) {
        end = sequence + 1;
      }
      return bytes < MOST_BYTES;
    }
  }
}
