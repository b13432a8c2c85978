package licencehub.library.sql;

import java.sql.SQLException;

/** What a group does to one table. */
interface GroupTable {
  /** Reads what submissions of the group will ask for. */
  void read() throws SQLException;

  /** Writes what they decided. */
  void write() throws SQLException;
}
