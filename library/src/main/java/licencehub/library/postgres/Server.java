package licencehub.library.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import licencehub.library.DatabaseSettings;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database server, and how this hub speaks with it.
 *
 * @param line what this hub's connections are called there
 */
record Server(DatabaseSettings settings, String line) {
  /**
   * A statement may have been planned while its table was empty. What a group asks for it asks for
   * by key, so it is to be found by an index whatever the planner knew of sizes.
   */
  private static final List<String> BY_INDEX =
      List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin");

  private static final String MOVED = "SELECT done FROM moved_from";
  private static final String TABLES = "SELECT to_regclass(?) IS NOT NULL";

  /** For a look, and not for a hub at work. */
  Server(DatabaseSettings settings) {
    this(settings, "licencehub");
  }

  /** How it is called in messages. */
  String name() {
    return "PostgreSQL " + settings;
  }

  /** A connection that sees whatever was committed before each of its statements. */
  Connection writing() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      for (String setting : BY_INDEX) {
        statement.execute("SET " + setting + " = off");
      }
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** A connection that cannot write, and sees one moment from its first statement on. */
  Connection reading() throws SQLException {
    Connection connection = connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return connection;
  }

  Connection connect() throws SQLException {
    ServerLine speaks = new ServerLine(settings, line);
    return DriverManager.getConnection(speaks.url(), speaks.properties());
  }

  /** A connection whose every statement stands alone, and is answered soon or given up. */
  Connection leasing() throws SQLException {
    ServerLine speaks = new ServerLine(settings, line);
    return DriverManager.getConnection(speaks.url(), speaks.leasing());
  }

  /**
   * @throws Unavailable when it cannot be reached, or does not keep what it acknowledges
   */
  void check() {
    try (Session session = new Session(name(), this::connect)) {
      ServerCheck.check(session, settings.mayLose());
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Makes the schema and its tables, or brings them to this version; hubs take turns. */
  void migrate() {
    try {
      Flyway.configure()
          .dataSource(new ServerSource(this))
          .schemas(settings.schema())
          .locations("classpath:db/postgres")
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Unavailable(name(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * @throws Unavailable when no library was ever made there
   */
  void mustHaveTables() {
    try (Session session = new Session(name(), this::connect)) {
      String table = settings.schema() + ".event";
      if (!session.first(TABLES, row -> row.getBoolean(1), table).orElse(false)) {
        throw new Unavailable(name(), "其中没有共享库。 There is no library in it.");
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * @param file an embedded library that stood here before
   * @throws Unavailable when a library was to be moved here and not all of it has
   */
  void mustNotBeHalfMoved(Path file) {
    try (Session session = new Session(name(), this::connect)) {
      List<Long> moved = session.list(MOVED, row -> row.getLong(1));
      if (moved.contains(0L) || (moved.isEmpty() && Files.exists(file))) {
        throw new Unavailable(
            name(),
            "原库 "
                + file
                + " 还没有（全部）搬来；请执行 ./licencehub migrate。 Not all of that library has been moved here"
                + " yet: run ./licencehub migrate.");
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  Unavailable unreachable(SQLException e) {
    return new Unavailable(
        name(), "连不上数据库 cannot be reached: " + String.valueOf(e.getMessage()), e);
  }
}
