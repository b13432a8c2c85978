package licencehub.connectors.jdbc;

import java.util.List;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.TableDialect;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Picks the tables of a dialect that the settings ask for. */
final class WantedTables {
  private WantedTables() {}

  /**
   * All tables of the dialect, or those listed, each with the details that are listed too.
   *
   * @throws MalformedValue when the dialect is not one of tables, has no such table, or reads it
   *     only with another that is not listed
   */
  static List<FrontEndTable> of(SourceConfig config, JdbcSettings settings) {
    if (!(config.dialect() instanceof TableDialect dialect)) {
      throw MalformedValue.of(
          Text.of("前置库来源", "a front-end database"),
          config.id().text(),
          Text.of("需要表格方言", "needs a dialect of tables"),
          "dialect: shandong");
    }
    List<String> listed = settings.tables();
    if (listed == null) {
      return dialect.tables();
    }
    List<FrontEndTable> wanted =
        dialect.tables().stream()
            .filter(it -> isListed(it.name(), listed))
            .map(it -> it.with(name -> isListed(name, listed)))
            .toList();
    listed.forEach(it -> check(it, wanted, dialect));
    return wanted;
  }

  private static void check(String name, List<FrontEndTable> wanted, TableDialect dialect) {
    boolean known =
        wanted.stream().anyMatch(it -> it.name().equalsIgnoreCase(name) || hasDetail(it, name));
    if (known) {
      return;
    }
    FrontEndTable owner =
        dialect.tables().stream().filter(it -> hasDetail(it, name)).findFirst().orElse(null);
    throw owner == null
        ? wrong(
            name,
            Text.of("不在方言中", "is not one of the dialect's"),
            dialect.tables().getFirst().name())
        : wrong(
            name,
            Text.of("只随 " + owner.name() + " 一起读取", "is read only with " + owner.name()),
            "[" + owner.name() + ", " + name + "]");
  }

  private static MalformedValue wrong(String name, Text rule, String example) {
    return MalformedValue.of(Text.of("tables 中的表", "a table under tables"), name, rule, example);
  }

  private static boolean hasDetail(FrontEndTable table, String name) {
    return table.details().stream().anyMatch(it -> it.table().name().equalsIgnoreCase(name));
  }

  private static boolean isListed(String name, List<String> listed) {
    return listed.stream().anyMatch(name::equalsIgnoreCase);
  }
}
