package licencehub.library.sql;

import java.sql.SQLException;
import java.util.Optional;
import licencehub.model.event.Statement.CaseStep;

/** The table {@code case_step}, as the writer sees it. */
final class CaseTable {
  private static final String FIND =
      "SELECT event, version, tie FROM case_step WHERE number = ? AND stage = ? AND sequence = ?";
  private static final String KEEP =
      "INSERT INTO case_step (number, stage, sequence, event, version, tie)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (number, stage, sequence) DO UPDATE SET"
          + " event = excluded.event, version = excluded.version, tie = excluded.tie";

  private final Session file;

  CaseTable(Session file) {
    this.file = file;
  }

  Optional<Facet> find(CaseStep step) throws SQLException {
    return file.first(
        FIND,
        row -> new Facet(row.getLong(1), row.getLong(2), row.getLong(3)),
        step.caseNumber().text(),
        step.stage().wire(),
        step.sequence());
  }

  void keep(CaseStep step, Facet facet) throws SQLException {
    file.change(
        KEEP,
        step.caseNumber().text(),
        step.stage().wire(),
        step.sequence(),
        facet.event(),
        facet.version(),
        facet.tie());
  }
}
