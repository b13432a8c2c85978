package licencehub.library.sql;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licencehub.library.Entry.Original;
import licencehub.library.Retries;
import licencehub.library.sql.Prepared.Refused;
import licencehub.library.sql.QuarantineCipher.Place;
import licencehub.model.Fault;
import org.jspecify.annotations.Nullable;

/** Rows of what is set aside, as they are written. */
record QuarantineRows(
    Session file, Bulk bulk, WriterKeys keys, Retries retries, InstantSource clock) {
  private static final String ADD =
      "INSERT INTO quarantine (source, id, reason, attempts, next_attempt, received_at, digest,"
          + " media_type, locator, original)"
          + " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"
          + " RETURNING number";
  private static final Addition FAULTS =
      Addition.of(
          "quarantine_fault",
          "number bigint, place bigint, reason text, path text, zh text, en text");

  /** Adds an entry by itself: the engine numbers it. */
  long add(Refused it) throws SQLException {
    Original original = it.original();
    List<Fault> found = it.rejection().faults();
    Place place = new Place(it.source().text(), it.digest());
    return file.first(
            ADD,
            row -> row.getLong(1),
            it.source().text(),
            it.rejection().id(),
            found.getFirst().reason().code(),
            next(found, 1),
            Times.micros(original.receivedAt()),
            it.digest().bytes(),
            original.mediaType(),
            QuarantineCipher.locator(keys.data(), place, original.locator()),
            QuarantineCipher.original(keys.data(), place, original.bytes()))
        .orElseThrow();
  }

  /** Adds the faults of entries that have none. */
  void addFaults(Map<Long, List<Fault>> faults) throws SQLException {
    List<@Nullable Object[]> all = new ArrayList<>();
    faults.forEach((number, found) -> rows(number, found, all));
    bulk.add(file, FAULTS, all);
  }

  private void rows(long number, List<Fault> found, List<@Nullable Object[]> into) {
    for (int place = 0; place < found.size(); place++) {
      Fault fault = found.get(place);
      into.add(
          new @Nullable Object[] {
            number,
            place,
            fault.reason().code(),
            QuarantineCipher.fault(keys.data(), number, place, fault),
            "",
            ""
          });
    }
  }

  /** When it is tried again; never where a fault is final. */
  @Nullable Long next(List<Fault> found, int attempts) {
    return found.stream().anyMatch(it -> it.reason().isFinal())
        ? null
        : Times.micros(clock.instant().plus(retries.after(attempts)));
  }
}
