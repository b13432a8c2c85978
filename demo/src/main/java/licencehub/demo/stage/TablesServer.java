package licencehub.demo.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import licencehub.demo.world.Body;
import licencehub.model.Unavailable;
import org.h2.tools.Server;

/** The departments' front-end databases, served over TCP as databases are. */
public final class TablesServer implements AutoCloseable {
  private final Server server;

  private TablesServer(Server server) {
    this.server = server;
  }

  /** Starts the server and makes the tables of every department that has a front-end database. */
  public static TablesServer start(Stage stage, Secrets secrets) {
    try {
      Path folder = Files.createDirectories(stage.outside().resolve("databases"));
      Server server =
          Server.createTcpServer(
              "-tcpPort",
              Integer.toString(stage.ports().tables()),
              "-ifNotExists",
              "-baseDir",
              folder.toString());
      server.start();
      for (Body body : stage.bodies()) {
        String ddl = ddl(body.way());
        if (!ddl.isEmpty()) {
          create(stage.tablesUrl(body), secrets.password(body), ddl);
        }
      }
      return new TablesServer(server);
    } catch (SQLException | IOException e) {
      throw new Unavailable("front-end databases", e.toString(), e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void create(String url, String password, String ddl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "exchange", password);
        Statement statement = connection.createStatement()) {
      statement.execute(asText(ddl));
    }
  }

  /** These departments keep their times as text, as many do: nothing stops a wrong one. */
  private static String asText(String ddl) {
    return ddl.replaceAll(
        "(?<= )(TIMESTAMP|DATE)( DEFAULT CURRENT_TIMESTAMP)?(?=[ ,\\n])", "VARCHAR(40)");
  }

  private static String ddl(Body.Way way) {
    return switch (way) {
      case SHANDONG_TABLES -> resource("shandong");
      case GUANGDONG_TABLES -> resource("guangdong");
      case NATIONAL_TABLES -> resource("national");
      case HTTP_PUSH, AMQP, SFTP -> "";
    };
  }

  private static String resource(String dialect) {
    String name = "/licencehub/connectors/tables/ddl/" + dialect + ".sql";
    try (InputStream ddl = TablesServer.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(ddl, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
