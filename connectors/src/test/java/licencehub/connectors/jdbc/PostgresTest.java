package licencehub.connectors.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Against a PostgreSQL server, whose names are lower case. */
class PostgresTest extends DetailContract {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE hub SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
    }
  }

  @AfterAll
  static void stopServer() throws IOException {
    postgres.close();
  }

  @AfterEach
  void dropTables() {
    department("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  @Override
  Connection department() throws SQLException {
    return DriverManager.getConnection(url(), user(), PASSWORD);
  }

  @Override
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  String user() {
    return "hub";
  }

  @Override
  String reader() {
    department(
        "GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    return "reader";
  }
}
