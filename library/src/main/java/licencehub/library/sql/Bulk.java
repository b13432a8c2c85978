package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an engine takes, and gives, the rows of a whole group of submissions. */
public interface Bulk {
  /** Shows the rows with these keys, in no order. */
  void find(Session session, Lookup lookup, List<@Nullable Object[]> keys, Session.Visitor visitor)
      throws SQLException;

  /** Adds rows, each with a value for each column. */
  void add(Session session, Addition addition, List<@Nullable Object[]> rows) throws SQLException;
}
