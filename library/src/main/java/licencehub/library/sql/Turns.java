package licencehub.library.sql;

import java.sql.SQLException;

/** Transactions one after the other, each all or nothing. */
record Turns(SqlDialect dialect, Session target) {
  /** Something written in one transaction. */
  interface Writing {
    void write() throws SQLException;
  }

  void take(Writing writing) throws SQLException {
    dialect.begin(target);
    boolean done = false;
    try {
      writing.write();
      dialect.commit(target);
      done = true;
    } finally {
      if (!done) {
        target.close(); // what was not committed is rolled back
      }
    }
  }
}
