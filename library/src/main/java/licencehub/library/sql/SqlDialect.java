package licencehub.library.sql;

import java.sql.SQLException;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;

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

  /**
   * The same of a group of submissions.
   *
   * @param sealed what it made of the ledger, to know it by; null when it filed nothing
   */
  default void commit(Session writer, @Nullable Checkpoint sealed) throws SQLException {
    commit(writer);
  }

  /** Whether a single row can cause it; everything else says something about the engine. */
  boolean isOfTheRow(SQLException e);

  /** Whether what is overwritten from now on is wiped where it stood: it may be in the clear. */
  void wipe(Session writer, boolean on) throws SQLException;

  Words words();

  /** How many rows are taken and given at once; unless the engine knows better, one by one. */
  default Bulk bulk() {
    return new OneByOne();
  }
}
