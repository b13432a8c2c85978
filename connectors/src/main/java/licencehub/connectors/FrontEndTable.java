package licencehub.connectors;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * One table of a departmental front-end database 前置库, as far as a reader needs to know it.
 *
 * @param columns every column the dialect looks at; the other components name columns of this list
 * @param keys the columns that together name one row
 * @param mark how the reader tells the department what it has taken
 * @param order the columns that say which row comes first, before {@code keys}
 * @param only the values a row must have to be reported at all, by column; rows with others are not
 *     for the hub and stay unread
 * @param details tables whose rows belong to rows of this one
 */
public record FrontEndTable(
    String name,
    List<Column> columns,
    List<String> keys,
    ReadMark mark,
    List<String> order,
    Map<String, List<String>> only,
    List<Detail> details) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$#]{0,127}");

  public FrontEndTable {
    checkName(name);
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    order = List.copyOf(order);
    only = Map.copyOf(only);
    details = List.copyOf(details);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(name + " has no key columns");
    }
  }

  /**
   * A column, and the other names it goes by in some places; the first that exists is meant.
   *
   * @param required whether the table cannot be read without it
   */
  public record Column(String name, List<String> otherNames, boolean required) {
    public Column {
      checkName(name);
      otherNames = List.copyOf(otherNames);
      otherNames.forEach(FrontEndTable::checkName);
    }
  }

  /**
   * A table whose rows are read, and marked, together with the row they belong to, as the materials
   * of an application are. A database need not have it.
   *
   * @param on the columns whose values are equal in both
   */
  public record Detail(FrontEndTable table, List<String> on) {
    public Detail {
      on = List.copyOf(on);
      if (on.isEmpty() || !table.details().isEmpty()) {
        throw new IllegalArgumentException(
            table.name() + " needs a column that names what it belongs to, and no details itself");
      }
    }
  }

  /**
   * The column a reader marks rows in.
   *
   * @param unread the value of a row nobody has taken
   * @param read the value of a row that is on disk at the hub
   * @param failed the value of a row that is in the hub's quarantine
   */
  public record ReadMark(String column, String unread, String read, String failed) {
    public ReadMark {
      checkName(column);
      if (unread.equals(read) || unread.equals(failed)) {
        throw new IllegalArgumentException(column + ": a marked row must not look unread");
      }
    }
  }

  /** The same table with some of its details. */
  public FrontEndTable with(Predicate<String> wanted) {
    List<Detail> some = details.stream().filter(it -> wanted.test(it.table().name())).toList();
    return new FrontEndTable(name, columns, keys, mark, order, only, some);
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw MalformedValue.of(
          Text.of("表名或列名", "table or column name"),
          name,
          Text.of(
              "应以字母或下划线开头，只含字母、数字、下划线、$、#",
              "must begin with a letter or underscore and hold only letters, digits, _, $ and #"),
          "EA_JC_STEP_PROC");
    }
  }
}
