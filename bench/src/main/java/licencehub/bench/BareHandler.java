package licencehub.bench;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import licencehub.hub.keys.KeyFolder;
import licencehub.library.crypt.RowCipher;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same row, opened with the same key, on the same HTTP server with nothing around it: no token,
 * no reason, no log.
 */
final class BareHandler implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private final Javalin server;

  /**
   * @param data the hub's data folder
   */
  BareHandler(Path data) {
    RowCipher cipher =
        new RowCipher(new KeyFolder(data.resolve("keys"), InstantSource.system()).load());
    Path library = data.resolve("library/library.db");
    ThreadLocal<PreparedStatement> statements = ThreadLocal.withInitial(() -> prepare(library));
    this.server =
        Javalin.create(
                config -> {
                  config.routes.get(
                      "/licences/{identifier}",
                      context ->
                          context
                              .contentType("application/json")
                              .result(
                                  row(statements.get(), cipher, context.pathParam("identifier"))));
                  config.routes.post(
                      "/licences/search",
                      context ->
                          context
                              .contentType("application/json")
                              .result(row(statements.get(), cipher, asked(context.bodyAsBytes()))));
                })
            .start("127.0.0.1", 0);
  }

  private static String asked(byte[] question) {
    return JSON.readTree(question).required("identifier").asString();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static byte[] row(PreparedStatement statement, RowCipher cipher, String identifier)
      throws SQLException {
    statement.setString(1, identifier);
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return new byte[0];
      }
      String place = "event|" + row.getString(2) + "|" + row.getString(3) + "|document";
      return cipher.decrypt(place, row.getBytes(1));
    }
  }

  private static PreparedStatement prepare(Path library) {
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:file:" + library + "?mode=ro");
      return connection.prepareStatement(
          "SELECT e.document, e.source, e.id FROM licence l JOIN event e ON e.seq = l.content"
              + " WHERE l.identifier = ?");
    } catch (SQLException e) {
      throw new IllegalStateException("the library cannot be read beside the hub", e);
    }
  }
}
