package licencehub.library.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import licencehub.library.Archive;
import licencehub.library.DatabaseSettings;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.ProgressListener;
import licencehub.library.sql.KeyTable;
import licencehub.library.sql.Session;
import licencehub.library.sql.SqlArchive;
import licencehub.library.sql.SqlEngine;
import licencehub.library.sql.SqlLeases;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;

/** Opens a schema of a PostgreSQL database; licence files stay in the hub's folder. */
public final class PostgresKind implements LibraryKind {
  private static final String NAME = "postgres";
  private static final int UNIQUE = 8;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void check(DatabaseSettings database) {
    new Server(database).check();
  }

  @Override
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    Server server = new Server(database(settings), line(settings.node()));
    server.check();
    server.migrate();
    folder(settings.folder());
    server.mustNotBeHalfMoved(settings.folder().resolve("library.db"));
    PostgresDialect dialect = new PostgresDialect(server);
    Session writer = new Session(server.name(), server::writing);
    PooledReaders readers = checked(settings, dialect, writer, server);
    PostgresLeases leases = PostgresLeases.start(server, settings.node());
    Runnable keeper = () -> close(leases, writer, readers);
    return new SqlEngine(dialect, writer, readers, true, new SqlLeases(leases, leases), keeper)
        .open(settings, sealer, prover, clock);
  }

  /** Tells this hub's connections from those of every other, and of its earlier lives. */
  private static String line(String node) {
    return "licencehub " + UUID.randomUUID().toString().substring(0, UNIQUE) + " " + node;
  }

  @Override
  public Archive archive(LibrarySettings settings) {
    Server server = new Server(database(settings));
    server.mustHaveTables();
    return SqlArchive.open(new Session(server.name(), server::reading), settings.keys());
  }

  /** Servers have backups of their own, which see to the moment they are of (decision 0028). */
  @Override
  public void copy(LibrarySettings settings, Path folder, ProgressListener progress) {
    throw new Unavailable(
        NAME,
        "请用 PostgreSQL 自己的备份，并一并备份证照文件目录 use PostgreSQL's own backup, and back up the folder"
            + " of licence files with it: "
            + settings.folder());
  }

  /** Nothing stays open when the keys are not the right ones. */
  private static PooledReaders checked(
      LibrarySettings settings, PostgresDialect dialect, Session writer, Server server) {
    try {
      dialect.begin(writer);
      new KeyTable(writer, settings.keys(), dialect.words()).check();
      dialect.commit(writer);
      return new PooledReaders(server);
    } catch (SQLException e) {
      close(writer);
      throw writer.unavailable(e);
    } catch (RuntimeException e) {
      close(writer);
      throw e;
    }
  }

  /** Of licence files; that it is there shows that a library was opened from here before. */
  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  static DatabaseSettings database(LibrarySettings settings) {
    DatabaseSettings database = settings.database();
    if (database == null) {
      throw new Unavailable(
          NAME, "没有给出数据库：请填写 library.settings。 No database is named: fill in library.settings.");
    }
    return database;
  }

  private static void close(PostgresLeases leases, Session writer, PooledReaders readers) {
    leases.close();
    readers.close();
    close(writer);
  }

  private static void close(Session writer) {
    try {
      writer.close();
    } catch (SQLException e) {
      throw writer.unavailable(e);
    }
  }
}
