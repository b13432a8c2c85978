package licencehub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import licencehub.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * A library that grows in a folder, with notes of what was measured of it.
 *
 * @param database null for an embedded library
 */
record Grown(Path folder, @Nullable Database database) {
  private static final String SCHEMA = "licencehub_growth";
  private static final String ON_SERVER =
      "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind = 'r' AND n.nspname = '"
          + SCHEMA
          + "'";
  private static final String EMBEDDED =
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

  Library open() throws IOException {
    Files.createDirectories(folder);
    Libraries libraries = Libraries.kept(folder);
    Path library = folder.resolve("library");
    return database == null
        ? libraries.embedded(library)
        : libraries.onServer(library, database.settings(SCHEMA));
  }

  /** Bytes on disk of all tables and indexes; what waits in a log is counted where it will be. */
  long bytes() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(database == null ? EMBEDDED : ON_SERVER)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return database == null
        ? DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library/library.db"))
        : database.connect(SCHEMA);
  }

  /** What was measured so far. */
  List<String> notes() throws IOException {
    Path file = folder.resolve("growth.md");
    return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
  }

  void note(String row) throws IOException {
    Files.writeString(
        folder.resolve("growth.md"),
        row,
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** The cost at the first milestone; this one where there is none yet. */
  double first(double cost) throws IOException {
    Path file = folder.resolve("first");
    if (!Files.exists(file)) {
      Files.writeString(file, Double.toString(cost), UTF_8);
    }
    return Double.parseDouble(Files.readString(file, UTF_8));
  }
}
