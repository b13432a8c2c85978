package licencehub.library;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licencehub.library.DatabaseSettings.Encryption;

/** The genuine server, started from its own files in a folder of its own. */
public final class PostgresServer implements AutoCloseable {
  /** Where the shared server listens: for processes that a test starts. */
  private static final String ADDRESS = "licencehub.test.postgres";

  /** As a server is run in earnest, but for a small log. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "min_wal_size", "32MB",
          "max_wal_size", "128MB",
          "wal_recycle", "off",
          "max_connections", "300");

  private final Path folder;
  private EmbeddedPostgres server;

  private PostgresServer(Path folder, Map<String, String> other) {
    this.folder = folder;
    this.server = start(folder, 0, other);
  }

  /** One for all tests of a process; it ends with the process. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /** The shared server's address, which processes of tests may have been told. */
  static String sharedAddress() {
    String told = System.getProperty(ADDRESS);
    return told == null ? shared().address() : told;
  }

  /** One of a test's own. */
  public static PostgresServer own(Map<String, String> settings) {
    return new PostgresServer(temporary(), settings);
  }

  private static final class Shared {
    private static final PostgresServer SERVER = new PostgresServer(temporary(), Map.of());

    static {
      System.setProperty(ADDRESS, SERVER.address());
    }
  }

  public int port() {
    return server.getPort();
  }

  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Settings of a library of its own for each folder. */
  public static DatabaseSettings settings(String address, Path folder) {
    return new DatabaseSettings(
        List.of(address),
        "postgres",
        schema(folder),
        "postgres",
        null,
        Encryption.NONE,
        null,
        4,
        DatabaseSettings.PATIENCE,
        false);
  }

  static String schema(Path folder) {
    return "library_" + Integer.toHexString(folder.toAbsolutePath().normalize().hashCode());
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address() + "/postgres?user=postgres");
  }

  /** The tables of a schema as they lie on disk, and the log. */
  List<Path> files(String schema) {
    List<Path> files = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT pg_relation_filepath(c.oid), pg_relation_filepath(nullif(c.reltoastrelid, 0))"
                  + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE n.nspname = '"
                  + schema
                  + "' AND c.relkind IN ('r', 'i')")) {
        while (rows.next()) {
          files.add(folder.resolve(rows.getString(1)));
          if (rows.getString(2) != null) {
            files.add(folder.resolve(rows.getString(2)));
          }
        }
      }
      try (Stream<Path> log = Files.list(folder.resolve("pg_wal"))) {
        log.filter(Files::isRegularFile).forEach(files::add);
      }
      return files;
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends it as a power failure ends a process: nobody is told. */
  public void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Starts it again where it was, with what it kept. */
  public void restart() {
    int port = server.getPort();
    close();
    server = start(folder, port, Map.of());
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start(Path folder, int port, Map<String, String> other) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60));
      SETTINGS.forEach(builder::setServerConfig);
      other.forEach(builder::setServerConfig);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("postgres").resolve("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
