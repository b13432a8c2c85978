package licencehub.library;

import static licencehub.library.LicenceSample.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that break, and a server that dies. */
class PostgresOutageTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CALLERS = 4;
  private final AtomicInteger serial = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();
  private final List<Acknowledged> told = Collections.synchronizedList(new ArrayList<>());
  @TempDir Path folder = Path.of("");

  @Test
  void lines_that_break_at_any_moment_lose_and_double_nothing() throws SQLException {
    PostgresServer server = PostgresServer.shared();
    try (Library one = open(server, "one");
        Library two = open(server, "two")) {
      List<CompletableFuture<Void>> writing = write(List.of(one, two));
      for (int i = 0; i < 12; i++) {
        awaitAcknowledged(told.size() + 20);
        cutEveryLine(server);
      }
      awaitAcknowledged(told.size() + 20);
      finish(writing);
      Acknowledged.mustAllBeIn(one, told);
      assertThat(told.stream().map(Acknowledged::id)).doesNotHaveDuplicates();
      assertThat(two.outbox().head()).isEqualTo(told.size() - 1);
    }
  }

  @Test
  void a_server_that_is_killed_and_started_again_loses_nothing_acknowledged() {
    try (PostgresServer server = PostgresServer.own(Map.of());
        Library one = open(server, "one");
        Library two = open(server, "two")) {
      List<CompletableFuture<Void>> writing = write(List.of(one, two));
      for (int i = 0; i < 3; i++) {
        awaitAcknowledged(told.size() + 50);
        server.kill();
        assertThatThrownBy(() -> one.outbox().head())
            .isInstanceOf(Unavailable.class)
            .hasMessageContaining("cannot be reached");
        server.restart();
      }
      awaitAcknowledged(told.size() + 50);
      finish(writing);
      List.of(one, two).forEach(PostgresOutageTest::awaitReaders);
      Acknowledged.mustAllBeIn(one, told);
      assertThat(two.outbox().head()).isEqualTo(told.size() - 1);
    }
  }

  @Test
  void a_server_that_acknowledges_what_it_can_lose_is_refused_unless_that_is_wanted()
      throws SQLException {
    try (Connection connection = PostgresServer.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE lossy SUPERUSER LOGIN");
      statement.execute("ALTER ROLE lossy SET synchronous_commit = off");
    }
    assertThatThrownBy(() -> open(lossy(false), "one"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("synchronous_commit = off");
    open(lossy(true), "one").close();
  }

  @Test
  void where_nobody_answers_the_address_is_named() {
    DatabaseSettings nowhere = PostgresServer.settings("127.0.0.1:1", folder);
    assertThatThrownBy(() -> open(nowhere, "one"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("cannot be reached");
  }

  private DatabaseSettings lossy(boolean mayLose) {
    DatabaseSettings usual = PostgresServer.settings(PostgresServer.sharedAddress(), folder);
    return new DatabaseSettings(
        usual.addresses(),
        usual.database(),
        usual.schema(),
        "lossy",
        null,
        usual.encryption(),
        null,
        usual.readers(),
        usual.patience(),
        mayLose);
  }

  private List<CompletableFuture<Void>> write(List<Library> nodes) {
    return IntStream.range(0, CALLERS)
        .mapToObj(i -> CompletableFuture.runAsync(() -> write(nodes.get(i % nodes.size()))))
        .toList();
  }

  /** Whoever is told to come again does. */
  private void write(Library node) {
    while (!done.get()) {
      Entry entry = issued(serial.getAndIncrement()).filing();
      Outcome outcome = null;
      while (outcome == null) {
        try {
          outcome = node.journal().file(List.of(entry)).join().getFirst();
        } catch (CompletionException e) {
          assertThat(e).hasCauseInstanceOf(Unavailable.class);
        }
      }
      told.add(Acknowledged.of(DoorContract.receipt(outcome)));
    }
  }

  private void awaitAcknowledged(int number) {
    await().atMost(PATIENCE).until(() -> told.size() >= number);
  }

  private void finish(List<CompletableFuture<Void>> writing) {
    done.set(true);
    writing.forEach(CompletableFuture::join);
  }

  /** The pool leaves a server that was gone alone for some seconds. */
  private static void awaitReaders(Library node) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(Unavailable.class)
        .until(() -> node.outbox().head() >= 0);
  }

  private static void cutEveryLine(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'licencehub'");
    }
  }

  private Library open(PostgresServer server, String node) {
    return open(PostgresServer.settings(server.address(), folder), node);
  }

  private Library open(DatabaseSettings database, String node) {
    ReferenceLedger ledger = new ReferenceLedger();
    return FolderedPostgres.kind()
        .open(
            new LibrarySettings(folder.resolve(node), SampleKeys.FIRST, Retries.USUAL, database),
            ledger,
            ledger,
            InstantSource.system());
  }
}
