package licencehub.library.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import licencehub.library.LibrarySettings;
import licencehub.library.sql.KeyTable;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file {@code library.db}, locked for this process, with its one writer and its readers. */
final class LibraryFile implements AutoCloseable {
  static final String NAME = "library.db";
  private static final String LOCK = "library.lock";
  private static final int READERS = 4;

  /** In this order: the size of a page must be known before anything is written. */
  private static final List<String> WRITER =
      List.of(
          "PRAGMA page_size = 8192",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA wal_autocheckpoint = 8192",
          "PRAGMA journal_size_limit = 134217728",
          "PRAGMA cache_size = -65536",
          "PRAGMA temp_store = MEMORY");

  private static final List<String> READER =
      List.of("PRAGMA query_only = ON", "PRAGMA cache_size = -8192");

  private final FileChannel lock;
  private final Session writer;
  private final FileReaders readers;

  private LibraryFile(FileChannel lock, Session writer, FileReaders readers) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the file, creating or migrating it first where needed.
   *
   * @throws Unavailable when it cannot be opened, or not with these keys
   */
  static LibraryFile open(LibrarySettings settings) {
    Path folder = settings.folder();
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder.resolve(LOCK));
      opened.push(lock);
      String url = "jdbc:sqlite:" + folder.resolve(NAME).toAbsolutePath();
      Session writer = session(source(url, false), WRITER);
      opened.push(writer);
      emptyLog(writer);
      migrate(source(url, false));
      new KeyTable(writer, settings.keys(), new FullTextWords()).check();
      List<Session> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        Session reader = session(source(url, true), READER);
        opened.push(reader);
        readers.add(reader);
      }
      return new LibraryFile(lock, writer, new FileReaders(readers));
    } catch (Unavailable e) {
      opened.forEach(it -> close(it, e));
      throw e;
    } catch (IOException | SQLException | FlywayException e) {
      opened.forEach(it -> close(it, e));
      throw new Unavailable(NAME, "cannot be opened in " + folder + ": " + e.getMessage(), e);
    }
  }

  static void mustExist(Path folder) {
    if (!Files.exists(folder.resolve(NAME))) {
      throw new Unavailable(NAME, "there is none in " + folder);
    }
  }

  /** A session of its own in a transaction that only reads, beside whoever has the file open. */
  static Session reader(Path folder) {
    mustExist(folder);
    Path file = folder.resolve(NAME).toAbsolutePath();
    try {
      Session session = session(source("jdbc:sqlite:" + file, true), READER);
      session.run("BEGIN");
      return session;
    } catch (SQLException e) {
      throw new Unavailable(NAME, "cannot be read in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** For the writing thread only. */
  Session writer() {
    return writer;
  }

  FileReaders readers() {
    return readers;
  }

  @Override
  public void close() {
    readers.close();
    try (lock) {
      writer.close();
    } catch (SQLException | IOException e) {
      throw new Unavailable(NAME, "was not closed cleanly", e);
    }
  }

  private static void close(AutoCloseable it, Exception because) {
    try {
      it.close();
    } catch (Exception e) {
      because.addSuppressed(e);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("this process has it open already", e);
    }
    channel.close();
    throw new IOException("another process has it open");
  }

  private static SQLiteDataSource source(String url, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setGetGeneratedKeys(false); // else the driver asks for one after every insert
    config.setBusyTimeout(READERS * 1_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private static Session session(SQLiteDataSource source, List<String> settings)
      throws SQLException {
    Session session = new Session(NAME, source::getConnection);
    try {
      for (String setting : settings) {
        session.run(setting);
      }
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /**
   * What earlier hubs wrote in the clear does not stay in the log once it is encrypted. On a full
   * disk it cannot be emptied; what is there can be looked up all the same.
   */
  private static void emptyLog(Session writer) throws SQLException {
    try {
      writer.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    } catch (SQLiteException e) {
      if (e.getResultCode() != SQLiteErrorCode.SQLITE_FULL) {
        throw e;
      }
    }
  }

  private static void migrate(SQLiteDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/sqlite")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
