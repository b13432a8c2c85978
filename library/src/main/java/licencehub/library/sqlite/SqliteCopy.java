package licencehub.library.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import licencehub.library.ProgressListener;
import licencehub.library.files.FolderCopy;
import licencehub.library.sql.SqlEngine;
import licencehub.model.Unavailable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * Copies {@code library.db} page by page as of one moment, then the files. In this order: a file is
 * on disk before an event may refer to it, so all that the copied events refer to are found.
 */
record SqliteCopy(Path from, Path to, ProgressListener progress) {
  private static final int PAGES = 1_024;
  private static final int PATIENCE_MS = 100;
  private static final int TRIES = 100;

  void make() {
    try {
      FolderCopy files = FolderCopy.of(from.resolve(SqlEngine.FILES), to.resolve(SqlEngine.FILES));
      Files.createDirectories(to);
      long database = Files.size(existing());
      long total = database + files.bytes();
      Path copy = to.resolve(LibraryFile.NAME);
      pages(copy, (left, all) -> progress.at(database * (all - left) / Math.max(1, all), total));
      closed(copy);
      files.make(done -> progress.at(Math.min(database + done, total), total));
      progress.at(total, total);
    } catch (SQLException | IOException e) {
      throw new Unavailable(LibraryFile.NAME, "cannot be copied to " + to + ": " + e, e);
    }
  }

  private Path existing() {
    Path file = from.resolve(LibraryFile.NAME);
    if (!Files.exists(file)) {
      throw new Unavailable(LibraryFile.NAME, "there is none in " + from);
    }
    return file;
  }

  /** Within one transaction, so that all pages are of the moment of its first read. */
  private void pages(Path copy, DB.ProgressObserver observer) throws SQLException {
    try (Connection source = connection(existing());
        Statement statement = source.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      DB database = source.unwrap(SQLiteConnection.class).getDatabase();
      int code = database.backup("main", copy.toString(), observer, PATIENCE_MS, TRIES, PAGES);
      if (code != 0) {
        throw new SQLException("SQLite gave up copying with code " + code);
      }
    }
  }

  /** One file that stands for itself: whoever reads it needs no log beside it. */
  private static void closed(Path copy) throws SQLException {
    try (Connection connection = connection(copy);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    }
  }

  private static Connection connection(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }
}
