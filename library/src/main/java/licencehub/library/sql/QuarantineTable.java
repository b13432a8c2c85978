package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.Retries;
import licencehub.library.sql.Prepared.Refused;
import licencehub.model.Digest;
import licencehub.model.Fault;
import org.jspecify.annotations.Nullable;

/** The quarantine's tables, as one group sees them. */
final class QuarantineTable implements GroupTable {
  /** In the order of an index of the open ones, which it is answered from. */
  private static final String ANY =
      "SELECT 1 FROM quarantine WHERE settled_as IS NULL ORDER BY source, reason LIMIT 1";

  private static final Lookup BY_NUMBER =
      new Lookup("quarantine", "number bigint", "number, attempts, settled_as, source, digest");
  private static final Lookup BY_BYTES =
      new Lookup(
              "quarantine",
              "source text, digest bytea",
              "number, attempts, settled_as, source, digest")
          .where("settled_as IS NULL");
  private static final String AGAIN =
      "UPDATE quarantine SET reason = ?, attempts = ?, next_attempt = ?, id = coalesce(?, id)"
          + " WHERE number = ?";
  private static final String FORGET = "DELETE FROM quarantine_fault WHERE number = ?";
  private static final String SETTLE =
      "UPDATE quarantine SET settled_as = ?, next_attempt = NULL"
          + " WHERE number = ? AND settled_as IS NULL";

  private final Session file;
  private final Bulk bulk;
  private final QuarantineRows written;
  private final Touched<Long, Row> rows = new Touched<>();
  private final Touched<Bytes, Long> open = new Touched<>();
  private final Map<Long, List<Fault>> faults = new LinkedHashMap<>();
  private final List<@Nullable Object[]> again = new ArrayList<>();
  private final List<@Nullable Object[]> settled = new ArrayList<>();
  private boolean any;

  QuarantineTable(Session file, Bulk bulk, WriterKeys keys, Retries retries, InstantSource clock) {
    this.file = file;
    this.bulk = bulk;
    this.written = new QuarantineRows(file, bulk, keys, retries, clock);
  }

  private record Row(long number, int attempts, boolean open) {}

  /** What tells an open entry from others. */
  private record Bytes(String source, Digest digest) {
    static Bytes of(Prepared it) {
      return new Bytes(it.source().text(), it.digest());
    }
  }

  /** That the submission is to be set aside, or settles what was set aside before. */
  void want(Prepared it) {
    open.want(Bytes.of(it));
    if (it.replayOf() != null) {
      rows.want(it.replayOf());
    }
  }

  /** While nothing is open, which is cheap to know, there is nothing to find by its bytes. */
  @Override
  public void read() throws SQLException {
    List<@Nullable Object[]> numbers = new ArrayList<>();
    rows.toRead().forEach(it -> numbers.add(new @Nullable Object[] {it}));
    List<@Nullable Object[]> bytes = new ArrayList<>();
    open.toRead()
        .forEach(it -> bytes.add(new @Nullable Object[] {it.source(), it.digest().bytes()}));
    any = file.first(ANY, row -> true).isPresent();
    bulk.find(file, BY_NUMBER, numbers, this::take);
    if (any) {
      bulk.find(file, BY_BYTES, bytes, this::take);
    }
  }

  private boolean take(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    boolean isOpen = row.getString(3) == null;
    rows.found(number, new Row(number, row.getInt(2), isOpen));
    if (isOpen) {
      open.found(new Bytes(row.getString(4), Digest.wrap(row.getBytes(5))), number);
    }
    return true;
  }

  /**
   * Sets aside. A further attempt at the same bytes, by replay or by the sender, counts on the
   * entry that is open already.
   *
   * @return the entry's number
   */
  long setAside(Refused it) throws SQLException {
    List<Fault> found = it.rejection().faults();
    Row known = find(it).orElse(null);
    if (known == null) {
      if (!settled.isEmpty()) {
        write(); // what was settled may have been of the same bytes: two open ones cannot be
      }
      Row added = new Row(written.add(it), 1, true);
      rows.put(added.number(), added);
      open.put(Bytes.of(it), added.number());
      faults.put(added.number(), found);
      any = true;
      return added.number();
    }
    if (known.open()) {
      Row next = new Row(known.number(), known.attempts() + 1, true);
      rows.put(next.number(), next);
      again.add(
          new @Nullable Object[] {
            found.getFirst().reason().code(),
            next.attempts(),
            written.next(found, next.attempts()),
            it.rejection().id(),
            next.number()
          });
      faults.put(next.number(), found);
    }
    return known.number();
  }

  /** Closes what the submission was set aside as before, if it was. */
  void settle(Prepared it, String word) {
    Row known = any ? find(it).orElse(null) : null;
    if (known != null && known.open()) {
      rows.put(known.number(), new Row(known.number(), known.attempts(), false));
      settled.add(new @Nullable Object[] {word, known.number()});
    }
  }

  @Override
  public void write() throws SQLException {
    List<@Nullable Object[]> former = new ArrayList<>();
    again.forEach(it -> former.add(new @Nullable Object[] {it[it.length - 1]}));
    file.changeAll(AGAIN, again);
    file.changeAll(FORGET, former);
    written.addFaults(faults);
    file.changeAll(SETTLE, settled);
    faults.clear();
    again.clear();
    settled.clear();
  }

  /** An entry that was settled is found by its number alone. */
  private Optional<Row> find(Prepared it) {
    Optional<Row> replayed = it.replayOf() == null ? Optional.empty() : rows.find(it.replayOf());
    return replayed.isPresent()
        ? replayed
        : open.find(Bytes.of(it)).flatMap(rows::find).filter(Row::open);
  }
}
