package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceRecord;
import licencehub.model.code.LicenceIdentifier;
import org.jspecify.annotations.Nullable;

/** Reads many licences as they stand: their rows together, then their events together. */
record StandingLicences(Session session, Bulk bulk, LicenceRows rows, EventRows events) {
  private static final Lookup LICENCES =
      new Lookup("licence", "identifier text", "identifier, status, valid_to, content, decision");
  private static final Lookup REPLACED = new Lookup("replacement", "former text", "former");
  private static final Lookup EVENTS = new Lookup("event", "seq bigint", EventRows.NAMES);

  private record Row(
      String identifier,
      String status,
      @Nullable Long validTo,
      @Nullable Long content,
      @Nullable Long decision) {}

  List<LicenceRecord> of(Set<LicenceIdentifier> identifiers) throws SQLException {
    Map<String, LicenceIdentifier> wanted = new HashMap<>();
    identifiers.forEach(it -> wanted.put(it.toString(), it));
    List<@Nullable Object[]> keys = Lookup.keys(List.copyOf(wanted.keySet()));
    Set<String> replaced = new HashSet<>();
    bulk.find(
        session,
        REPLACED,
        keys,
        row -> {
          replaced.add(row.getString(1));
          return true;
        });
    List<Row> found = new ArrayList<>();
    bulk.find(session, LICENCES, keys, row -> found.add(read(row)));
    Map<Long, HistoryEntry> stated = stated(found);
    List<LicenceRecord> licences = new ArrayList<>();
    for (Row row : found) {
      LicenceIdentifier identifier = Objects.requireNonNull(wanted.get(row.identifier()));
      // Which of several claims to replace it counts is worked out one by one: few are replaced.
      Optional<LicenceRecord> licence =
          replaced.contains(row.identifier())
              ? rows.find(session, identifier)
              : Optional.of(record(identifier, row, stated));
      licence.ifPresent(licences::add);
    }
    return licences;
  }

  private Map<Long, HistoryEntry> stated(List<Row> found) throws SQLException {
    Set<Long> sequences = new HashSet<>();
    for (Row it : found) {
      sequences.add(it.content());
      sequences.add(it.decision());
    }
    sequences.remove(null);
    List<@Nullable Object[]> keys = new ArrayList<>();
    sequences.forEach(it -> keys.add(new @Nullable Object[] {it}));
    Map<Long, HistoryEntry> stated = new HashMap<>();
    bulk.find(
        session,
        EVENTS,
        keys,
        row -> {
          HistoryEntry it = events.read(row);
          stated.put(it.sequence(), it);
          return true;
        });
    return stated;
  }

  private LicenceRecord record(
      LicenceIdentifier identifier, Row row, Map<Long, HistoryEntry> stated) throws SQLException {
    return rows.record(
        sequence -> Objects.requireNonNull(stated.get(sequence)),
        identifier,
        LicenceTable.status(row.status()),
        row.validTo(),
        row.content(),
        row.decision(),
        null);
  }

  private static Row read(java.sql.ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getString(2),
        LicenceTable.number(row, 3),
        LicenceTable.number(row, 4),
        LicenceTable.number(row, 5));
  }
}
