package licencehub.library.sql;

import java.sql.SQLException;

/** What differs between the engines that speak SQL. */
public interface SqlDialect {
  /** What the engine is called in messages, for example {@code library.db}. */
  String name();

  /** Begins a transaction during which nobody else writes. */
  void begin(Session writer) throws SQLException;

  /** Whether a single row can cause it; everything else says something about the engine. */
  boolean isOfTheRow(SQLException e);

  /** Whether what is overwritten from now on is wiped where it stood: it may be in the clear. */
  void wipe(Session writer, boolean on) throws SQLException;

  Words words();
}
