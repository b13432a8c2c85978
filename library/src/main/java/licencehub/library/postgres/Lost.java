package licencehub.library.postgres;

import java.sql.SQLException;

/** Whether the connection is gone, rather than a statement wrong. */
final class Lost {
  private Lost() {}

  static boolean is(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    // 08: the line; 57P0x: the server ends sessions; 25P03: it ended one that stood still; 25006:
    // it became a standby.
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("25P03")
        || state.equals("25006");
  }
}
