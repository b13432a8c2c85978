package licencehub.connectors.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.Secret;
import licencehub.model.Unavailable;

/** A department's database: a few connections to it, and the tables to read there. */
final class Database implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 2;

  private final SourceConfig config;
  private final JdbcSettings settings;
  private final HikariDataSource pool;

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Connects only when first used.
   *
   * @throws Unavailable when the password cannot be read
   */
  Database(SourceConfig config, JdbcSettings settings) {
    this.config = config;
    this.settings = settings;
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("source-" + config.id());
    hikari.setJdbcUrl(settings.url());
    hikari.setUsername(settings.user());
    if (settings.passwordFile() != null) {
      hikari.setPassword(Secret.text(config.home(), settings.passwordFile()));
    }
    hikari.setMaximumPoolSize(CONNECTIONS);
    hikari.setMinimumIdle(0);
    hikari.setConnectionTimeout(CONNECT.toMillis());
    hikari.setInitializationFailTimeout(-1);
    try {
      this.pool = new HikariDataSource(hikari);
    } catch (RuntimeException noDriver) {
      throw new Unavailable(
          config.id().text(),
          "没有适合该地址的 JDBC 驱动，请放入类路径 no JDBC driver fits the URL, put one on the class path",
          noDriver);
    }
  }

  /**
   * Runs {@code work} on a connection.
   *
   * @throws Unavailable when the database does not answer or refuses
   */
  <T> T run(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      limitSilence(connection);
      return work.on(connection);
    } catch (SQLException e) {
      throw SqlFailure.of(config.id().text(), e);
    }
  }

  /** The same on a connection that cannot write. */
  <T> T runReadOnly(Work<T> work) {
    return run(
        connection -> {
          connection.setReadOnly(true);
          return work.on(connection);
        });
  }

  /**
   * The tables to read, as the database has them.
   *
   * @throws Unavailable naming every table and column that is missing, and the remedy
   */
  List<TableShape> shapes(Connection connection) throws SQLException {
    List<TableShape> shapes = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (FrontEndTable table : WantedTables.of(config, settings)) {
      TableShape shape = TableShape.find(connection, settings.schema(), table).orElse(null);
      if (shape == null) {
        missing.add(table.name());
      } else {
        for (TableShape each : shape.all()) {
          each.missing().forEach(it -> missing.add(each.table().name() + "." + it));
        }
        missing.addAll(listedAndNotThere(table, shape));
        shapes.add(shape);
      }
    }
    if (!missing.isEmpty()) {
      String names = String.join(", ", missing);
      throw new Unavailable(
          config.id().text(),
          ("缺少表或列：%s。请按方言的建表语句建立，或在 mapping 中改名，或用 tables 只列出要读的表。"
                  + "Missing tables or columns: %s. Create them as the dialect's DDL says, rename"
                  + " them in mapping, or list only the tables to read under tables.")
              .formatted(names, names));
    }
    return shapes;
  }

  /** Rows that belong to others are read where there are such, unless the settings insist. */
  private List<String> listedAndNotThere(FrontEndTable table, TableShape shape) {
    return settings.tables() == null
        ? List.of()
        : table.details().stream()
            .map(it -> it.table().name())
            .filter(
                name ->
                    shape.details().stream()
                        .noneMatch(it -> it.shape().table().name().equals(name)))
            .toList();
  }

  @Override
  public void close() {
    pool.close();
  }

  /** A database that falls silent in the middle of an answer must not hold a poller for ever. */
  private void limitSilence(Connection connection) throws SQLException {
    try {
      connection.setNetworkTimeout(
          Runnable::run, (int) settings.timeout().multipliedBy(2).toMillis());
    } catch (SQLFeatureNotSupportedException theStatementTimeoutMustDo) {
      // Older drivers have only the time limit of each statement.
    }
  }
}
