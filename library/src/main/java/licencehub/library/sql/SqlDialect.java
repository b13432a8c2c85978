package licencehub.library.sql;

import java.sql.SQLException;

/** What differs between the engines that speak SQL. */
public interface SqlDialect {
  /** Begins a transaction during which nobody else writes. */
  void begin(Session writer) throws SQLException;

  /**
   * Ends the transaction.
   *
   * @throws SQLException when nothing of it was written
   * @throws licencehub.model.Unavailable when nobody can tell whether it was
   */
  void commit(Session writer) throws SQLException;

  /** Whether a single row can cause it; everything else says something about the engine. */
  boolean isOfTheRow(SQLException e);

  /** Whether what is overwritten from now on is wiped where it stood: it may be in the clear. */
  void wipe(Session writer, boolean on) throws SQLException;

  Words words();
}
