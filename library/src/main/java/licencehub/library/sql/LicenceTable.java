package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;

/** The table {@code licence} and what hangs on it, as the writer sees them. */
final class LicenceTable {
  private static final String FIND =
      """
      SELECT latest, status, valid_to, content, content_version, content_tie,
        decision, decision_version, decision_tie
      FROM licence WHERE identifier = ?""";
  private static final String KEEP =
      "INSERT INTO licence (identifier, latest, status, valid_to, content,"
          + " content_version, content_tie, decision, decision_version, decision_tie)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identifier) DO UPDATE SET"
          + " latest = excluded.latest, status = excluded.status, valid_to = excluded.valid_to,"
          + " content = excluded.content, content_version = excluded.content_version,"
          + " content_tie = excluded.content_tie, decision = excluded.decision,"
          + " decision_version = excluded.decision_version, decision_tie = excluded.decision_tie";
  private static final String REPLACE = "INSERT INTO replacement (former, event) VALUES (?, ?)";

  private final Session file;

  LicenceTable(Session file) {
    this.file = file;
  }

  /** A licence and the event filed last about it. */
  record Row(long latest, LicenceState state) {}

  Optional<Row> find(String identifier) throws SQLException {
    return file.first(FIND, LicenceTable::read, identifier);
  }

  void keep(String identifier, Row row) throws SQLException {
    LicenceState state = row.state();
    Facet content = state.content();
    Facet decision = state.decision();
    file.change(
        KEEP,
        identifier,
        row.latest(),
        state.status().wire(),
        state.validTo(),
        content == null ? null : content.event(),
        content == null ? null : content.version(),
        content == null ? null : content.tie(),
        decision == null ? null : decision.event(),
        decision == null ? null : decision.version(),
        decision == null ? null : decision.tie());
  }

  void replaces(String former, long event) throws SQLException {
    file.change(REPLACE, former, event);
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
        new LicenceState(facet(row, 4), facet(row, 7), status(row.getString(2)), number(row, 3));
    return new Row(row.getLong(1), state);
  }

  private static @Nullable Facet facet(ResultSet row, int column) throws SQLException {
    Long event = number(row, column);
    return event == null
        ? null
        : new Facet(event, row.getLong(column + 1), row.getLong(column + 2));
  }
}
