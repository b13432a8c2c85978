package licencehub.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.library.DatabaseSettings;
import licencehub.library.DatabaseSettings.Encryption;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL to measure: one that is there, or one of the bench's own, with the settings it comes
 * with.
 *
 * @param own null when somebody else started it
 */
record Database(String address, String database, String user, @Nullable EmbeddedPostgres own)
    implements AutoCloseable {
  /** Its password, where it wants one, stands in the environment: command lines are seen. */
  private static final String PASSWORD = "PGPASSWORD";

  private static final Pattern ADDRESS =
      Pattern.compile("(?<user>[^@]+)@(?<address>[^/]+:[0-9]+)/(?<database>.+)");

  /**
   * @param where {@code own}, or {@code user@host:port/database}
   * @param folder for the server's own files
   */
  static Database of(String where, Path folder) throws IOException {
    if (where.equals("own")) {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("postgres"))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      return new Database("127.0.0.1:" + server.getPort(), "postgres", "postgres", server);
    }
    Matcher parts = ADDRESS.matcher(where);
    if (!parts.matches()) {
      throw new IllegalArgumentException("--postgres own | user@host:port/database");
    }
    return new Database(parts.group("address"), parts.group("database"), parts.group("user"), null);
  }

  DatabaseSettings settings(String schema) {
    return new DatabaseSettings(
        List.of(address),
        database,
        schema,
        user,
        System.getenv(PASSWORD),
        Encryption.NONE,
        null,
        DatabaseSettings.READERS,
        DatabaseSettings.PATIENCE,
        false);
  }

  Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?currentSchema=%s".formatted(address, database, schema),
        user,
        System.getenv(PASSWORD));
  }

  /** A schema is the bench's own: there is nothing else in it. */
  void drop(String schema) throws SQLException {
    try (Connection connection = connect("public");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
  }

  @Override
  public void close() throws IOException {
    if (own != null) {
      own.close();
    }
  }
}
