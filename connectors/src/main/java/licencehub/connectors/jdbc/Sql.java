package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A statement and its parameters while it is being put together. */
final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  Sql add(String more) {
    text.append(more);
    return this;
  }

  /** A question mark and what stands for it. */
  Sql value(Object value) {
    text.append('?');
    parameters.add(value);
    return this;
  }

  PreparedStatement prepare(Connection connection, Duration timeout) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    try {
      statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
