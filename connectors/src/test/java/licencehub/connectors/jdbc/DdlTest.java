package licencehub.connectors.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import licencehub.connectors.Configs;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.FrontEndTable.Column;
import licencehub.connectors.TableDialect;
import licencehub.connectors.tables.TableDialects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables each dialect's DDL makes are the tables its mapping reads. */
class DdlTest {
  @ParameterizedTest
  @ValueSource(strings = {"shandong", "guangdong", "national"})
  void every_column_of_the_mapping_is_in_the_ddl(String name) throws SQLException, IOException {
    TableDialect dialect = (TableDialect) Configs.dialect(name, "{}");
    try (InputStream ddl = TableDialects.class.getResourceAsStream("ddl/" + name + ".sql");
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute(new String(ddl.readAllBytes(), UTF_8));
      for (FrontEndTable table : dialect.tables()) {
        TableShape shape = TableShape.find(connection, null, table).orElseThrow();
        assertThat(shape.details()).as(table.name()).hasSameSizeAs(table.details());
        shape.all().forEach(DdlTest::hasEveryColumn);
      }
    }
  }

  private static void hasEveryColumn(TableShape shape) {
    assertThat(shape.missing()).as(shape.table().name()).isEmpty();
    for (Column column : shape.table().columns()) {
      assertThat(shape.real(column.name())).as(column.name()).isNotNull();
    }
  }
}
