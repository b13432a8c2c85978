package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;

/** The table {@code licence} and what hangs on it, as one group sees them. */
final class LicenceTable implements GroupTable {
  private static final Lookup FIND =
      new Lookup(
          "licence",
          "identifier text",
          "identifier, latest, status, valid_to, content, content_version, content_tie, decision,"
              + " decision_version, decision_tie");
  private static final Addition KEEP =
      Addition.replacing(
          "licence",
          1,
          "identifier text, latest bigint, status text, valid_to bigint, content bigint,"
              + " content_version bigint, content_tie bigint, decision bigint,"
              + " decision_version bigint, decision_tie bigint");
  private static final Lookup SUCCESSORS =
      new Lookup("replacement", "former text", "former, event");
  private static final Addition REPLACE = Addition.of("replacement", "former text, event bigint");

  private final Session file;
  private final Bulk bulk;
  private final Touched<String, Row> rows = new Touched<>();
  private final Touched<String, Long> successors = new Touched<>();
  private final List<@Nullable Object[]> replaced = new ArrayList<>();

  LicenceTable(Session file, Bulk bulk) {
    this.file = file;
    this.bulk = bulk;
  }

  /** A licence and the event filed last about it. */
  record Row(long latest, LicenceState state) {}

  void want(String identifier) {
    rows.want(identifier);
  }

  /** That the newest event about a licence will be asked for, by whomever it is replaced. */
  void wantNewest(String identifier) {
    rows.want(identifier);
    successors.want(identifier);
  }

  @Override
  public void read() throws SQLException {
    bulk.find(
        file,
        FIND,
        Lookup.keys(rows.toRead()),
        row -> {
          rows.found(row.getString(1), read(row));
          return true;
        });
    bulk.find(
        file,
        SUCCESSORS,
        Lookup.keys(successors.toRead()),
        row -> {
          succeed(row.getString(1), row.getLong(2));
          return true;
        });
  }

  Optional<Row> find(String identifier) {
    return rows.find(identifier);
  }

  /** What was filed last about a licence, by itself or by one that claims to replace it; or -1. */
  long newest(String identifier) {
    return Math.max(
        rows.find(identifier).map(Row::latest).orElse(-1L),
        successors.find(identifier).orElse(-1L));
  }

  void keep(String identifier, Row row) {
    rows.put(identifier, row);
  }

  void replaces(String former, long event) {
    succeed(former, event);
    replaced.add(new @Nullable Object[] {former, event});
  }

  @Override
  public void write() throws SQLException {
    List<@Nullable Object[]> kept = new ArrayList<>();
    for (Map.Entry<String, Row> it : rows.toWrite()) {
      kept.add(columns(it.getKey(), it.getValue()));
    }
    bulk.add(file, KEEP, kept);
    bulk.add(file, REPLACE, replaced);
    replaced.clear();
  }

  private void succeed(String former, long event) {
    successors.found(former, Math.max(event, successors.find(former).orElse(-1L)));
  }

  private static @Nullable Object[] columns(String identifier, Row row) {
    LicenceState state = row.state();
    Facet content = state.content();
    Facet decision = state.decision();
    return new @Nullable Object[] {
      identifier,
      row.latest(),
      state.status().wire(),
      state.validTo(),
      content == null ? null : content.event(),
      content == null ? null : content.version(),
      content == null ? null : content.tie(),
      decision == null ? null : decision.event(),
      decision == null ? null : decision.version(),
      decision == null ? null : decision.tie()
    };
  }

  static LicenceStatus status(String wire) {
    return Arrays.stream(LicenceStatus.values())
        .filter(it -> it.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no licence status is called " + wire));
  }

  static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static Row read(ResultSet row) throws SQLException {
    LicenceState state =
        new LicenceState(facet(row, 5), facet(row, 8), status(row.getString(3)), number(row, 4));
    return new Row(row.getLong(2), state);
  }

  private static @Nullable Facet facet(ResultSet row, int column) throws SQLException {
    Long event = number(row, column);
    return event == null
        ? null
        : new Facet(event, row.getLong(column + 1), row.getLong(column + 2));
  }
}
