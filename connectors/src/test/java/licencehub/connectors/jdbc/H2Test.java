package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Against an H2 server over TCP. */
class H2Test extends DetailContract {
  private static int databases;

  private final String name = "front" + ++databases;
  private Server server = server("0");

  @BeforeEach
  void startServer() throws SQLException {
    server.start();
  }

  @AfterEach
  void stopServer() throws SQLException {
    department("SHUTDOWN");
    server.stop();
  }

  @Override
  Connection department() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", user(), PASSWORD);
  }

  @Override
  String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name;
  }

  @Override
  String user() {
    return "HUB";
  }

  @Override
  String reader() {
    department("CREATE USER READER PASSWORD '" + PASSWORD + "'");
    department("GRANT SELECT ON SCHEMA PUBLIC TO READER");
    return "READER";
  }

  @Override
  protected boolean cutOff() {
    server.stop();
    return true;
  }

  @Override
  protected void restore() {
    try {
      server = server(Integer.toString(server.getPort())).start();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Server server(String port) {
    try {
      return Server.createTcpServer("-tcpPort", port);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
