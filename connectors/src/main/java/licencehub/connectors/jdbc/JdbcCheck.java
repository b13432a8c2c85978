package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.Secret;
import licencehub.model.Text;

/** Tries a front-end database step by step; changes nothing there. */
final class JdbcCheck {
  private final SourceConfig config;
  private final JdbcSettings settings;

  JdbcCheck(SourceConfig config, JdbcSettings settings) {
    this.config = config;
    this.settings = settings;
  }

  void run(Probe probe) {
    probe.step(Text.of("设置", "settings"), this::names);
    probe.step(Text.of("口令", "password"), this::password);
    try (Database database = new Database(config, settings)) {
      probe.step(Text.of("连接", "connect"), () -> database.runReadOnly(JdbcCheck::product));
      List<TableShape> shapes = new ArrayList<>();
      probe.step(
          Text.of("表和列", "tables and columns"),
          () -> {
            database.runReadOnly(database::shapes).forEach(it -> shapes.addAll(it.all()));
            return shapes.stream()
                .map(it -> it.table().name() + " (" + it.columns().size() + ")")
                .collect(Collectors.joining(", "));
          });
      probe.step(
          Text.of("读取权限", "permission to read"),
          () -> database.runReadOnly(connection -> read(connection, shapes)));
      probe.step(
          Text.of("标记权限", "permission to mark"),
          () -> database.run(connection -> mark(connection, shapes)));
    }
  }

  private String names() {
    return WantedTables.of(config, settings).stream()
        .map(FrontEndTable::name)
        .collect(Collectors.joining(", "));
  }

  private String password() {
    String file = settings.passwordFile();
    if (file == null) {
      return "不用口令 none";
    }
    Secret.text(config.home(), file);
    return file;
  }

  private static String product(Connection connection) throws SQLException {
    DatabaseMetaData product = connection.getMetaData();
    return product.getDatabaseProductName() + " " + product.getDatabaseProductVersion();
  }

  private String read(Connection connection, List<TableShape> shapes) throws SQLException {
    List<String> waiting = new ArrayList<>();
    for (TableShape shape : shapes) {
      long rows = new TableRows(shape, settings.timeout()).waiting(connection);
      waiting.add(shape.table().name() + ": " + rows);
    }
    return "未读行数 unread rows " + String.join(", ", waiting);
  }

  /** An update of no row asks for the right to update without using it. */
  private String mark(Connection connection, List<TableShape> shapes) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (TableShape shape : shapes) {
        String mark = shape.mark().quoted();
        Sql nothing =
            new Sql()
                .add("UPDATE " + shape.name() + " SET " + mark + " = " + mark + " WHERE 1 = 0");
        try (PreparedStatement statement = nothing.prepare(connection, settings.timeout())) {
          statement.executeUpdate();
        }
      }
      return shapes.stream()
          .map(it -> it.table().name() + "." + it.mark().name())
          .collect(Collectors.joining(", "));
    } finally {
      connection.rollback();
    }
  }
}
