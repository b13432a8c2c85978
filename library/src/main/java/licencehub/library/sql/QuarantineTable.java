package licencehub.library.sql;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import licencehub.library.Entry.Original;
import licencehub.library.Retries;
import licencehub.library.sql.Prepared.Refused;
import licencehub.library.sql.QuarantineCipher.Place;
import licencehub.model.Fault;
import org.jspecify.annotations.Nullable;

/** The quarantine's tables, as the writer sees them. */
final class QuarantineTable {
  /** In the order of an index of the open ones, which it is answered from. */
  private static final String ANY =
      "SELECT 1 FROM quarantine WHERE settled_as IS NULL ORDER BY source, reason LIMIT 1";

  private static final String BY_NUMBER =
      "SELECT number, attempts, settled_as FROM quarantine WHERE number = ?";
  private static final String BY_BYTES =
      "SELECT number, attempts, settled_as FROM quarantine"
          + " WHERE source = ? AND digest = ? AND settled_as IS NULL";
  private static final String ADD =
      "INSERT INTO quarantine (source, id, reason, attempts, next_attempt, received_at, digest,"
          + " media_type, locator, original)"
          + " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"
          + " RETURNING number";
  private static final String AGAIN =
      "UPDATE quarantine SET reason = ?, attempts = ?, next_attempt = ?, id = coalesce(?, id)"
          + " WHERE number = ?";
  private static final String FORGET = "DELETE FROM quarantine_fault WHERE number = ?";
  private static final String FAULT =
      "INSERT INTO quarantine_fault (number, place, reason, path, zh, en)"
          + " VALUES (?, ?, ?, ?, '', '')";
  private static final String SETTLE =
      "UPDATE quarantine SET settled_as = ?, next_attempt = NULL"
          + " WHERE number = ? AND settled_as IS NULL";

  private final Session file;
  private final Retries retries;
  private final InstantSource clock;
  private final WriterKeys keys;

  QuarantineTable(Session file, WriterKeys keys, Retries retries, InstantSource clock) {
    this.file = file;
    this.keys = keys;
    this.retries = retries;
    this.clock = clock;
  }

  private record Row(long number, int attempts, boolean open) {}

  boolean hasOpen() throws SQLException {
    return file.first(ANY, row -> true).isPresent();
  }

  /**
   * Sets aside. A further attempt at the same bytes, by replay or by the sender, counts on the
   * entry that is open already.
   *
   * @return the entry's number
   */
  long setAside(Refused it) throws SQLException {
    List<Fault> faults = it.rejection().faults();
    Row known = find(it).orElse(null);
    if (known == null) {
      long number = add(it);
      write(number, faults);
      return number;
    }
    if (known.open()) {
      int attempts = known.attempts() + 1;
      file.change(
          AGAIN,
          faults.getFirst().reason().code(),
          attempts,
          next(faults, attempts),
          it.rejection().id(),
          known.number());
      file.change(FORGET, known.number());
      write(known.number(), faults);
    }
    return known.number();
  }

  /** Closes what the submission was set aside as before, if it was. */
  void settle(Prepared it, String word) throws SQLException {
    Row known = find(it).orElse(null);
    if (known != null) {
      file.change(SETTLE, word, known.number());
    }
  }

  private Optional<Row> find(Prepared it) throws SQLException {
    Optional<Row> replayed = Optional.empty();
    if (it.replayOf() != null) {
      replayed = file.first(BY_NUMBER, QuarantineTable::read, it.replayOf());
    }
    return replayed.isPresent()
        ? replayed
        : file.first(BY_BYTES, QuarantineTable::read, it.source().text(), it.digest().bytes());
  }

  private static Row read(java.sql.ResultSet row) throws SQLException {
    return new Row(row.getLong(1), row.getInt(2), row.getString(3) == null);
  }

  private long add(Refused it) throws SQLException {
    Original original = it.original();
    List<Fault> faults = it.rejection().faults();
    Place place = new Place(it.source().text(), it.digest());
    return file.first(
            ADD,
            row -> row.getLong(1),
            it.source().text(),
            it.rejection().id(),
            faults.getFirst().reason().code(),
            next(faults, 1),
            Times.micros(original.receivedAt()),
            it.digest().bytes(),
            original.mediaType(),
            QuarantineCipher.locator(keys.data(), place, original.locator()),
            QuarantineCipher.original(keys.data(), place, original.bytes()))
        .orElseThrow();
  }

  private void write(long number, List<Fault> faults) throws SQLException {
    for (int place = 0; place < faults.size(); place++) {
      Fault fault = faults.get(place);
      file.change(
          FAULT,
          number,
          place,
          fault.reason().code(),
          QuarantineCipher.fault(keys.data(), number, place, fault));
    }
  }

  private @Nullable Long next(List<Fault> faults, int attempts) {
    return faults.stream().anyMatch(it -> it.reason().isFinal())
        ? null
        : Times.micros(clock.instant().plus(retries.after(attempts)));
  }
}
