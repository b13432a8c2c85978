package licencehub.bench;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The same row, encrypted as it lies there, on the same HTTP server with nothing around it: no
 * token, no reason, no log.
 */
final class BareHandler implements AutoCloseable {
  private final Javalin server;

  BareHandler(Path library) {
    ThreadLocal<PreparedStatement> statements = ThreadLocal.withInitial(() -> prepare(library));
    this.server =
        Javalin.create(
                config ->
                    config.routes.get(
                        "/licences/{identifier}",
                        context ->
                            context
                                .contentType("application/json")
                                .result(row(statements.get(), context.pathParam("identifier")))))
            .start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static byte[] row(PreparedStatement statement, String identifier) throws SQLException {
    statement.setString(1, identifier);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBytes(1) : new byte[0];
    }
  }

  private static PreparedStatement prepare(Path library) {
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:file:" + library + "?mode=ro");
      return connection.prepareStatement(
          "SELECT e.document FROM licence l JOIN event e ON e.seq = l.content"
              + " WHERE l.identifier = ?");
    } catch (SQLException e) {
      throw new IllegalStateException("the library cannot be read beside the hub", e);
    }
  }
}
