package licencehub.library.sqlite;

import java.sql.SQLException;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;

/** The table {@code access}, as the writer sees it. */
final class AccessTable {
  private static final String ADD =
      "INSERT INTO access (at, caller, role, item, case_number, purpose, operator, action, subject,"
          + " result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Session file;

  AccessTable(Session file) {
    this.file = file;
  }

  void add(Access it) throws SQLException {
    LookupReason reason = it.reason();
    file.change(
        ADD,
        Times.micros(it.at()),
        it.caller(),
        it.role(),
        reason.item(),
        reason.caseNumber(),
        reason.purpose(),
        reason.operator(),
        it.action(),
        it.subject(),
        it.result());
  }
}
