package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several hubs on one database do one at a time. */
class PostgresLeasesTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private final SampleKeys keys = new SampleKeys();
  private final List<Library> nodes = new ArrayList<>();
  private final Map<String, Lease> leases = new TreeMap<>();
  @TempDir Path folder = Path.of("");

  @AfterEach
  void close() {
    nodes.forEach(Library::close);
  }

  @Test
  void one_holds_each_and_all_hold_about_as_much() {
    Library one = node("one");
    Library two = node("two");
    for (String name : List.of("a", "b", "c", "d")) {
      join(one, name);
      join(two, name);
    }
    await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).hasSize(2));
    await().atMost(SOON).untilAsserted(() -> assertThat(held("two")).hasSize(2));
    assertThat(held("one")).doesNotContainAnyElementsOf(held("two"));
    await().atMost(SOON).until(() -> one.leases().nodes().equals(List.of("one", "two")));
    await().atMost(SOON).until(() -> one.leases().holders().equals(two.leases().holders()));
  }

  @Test
  void what_only_one_takes_part_in_is_its_own() {
    Library one = node("one");
    node("two");
    join(one, "a");
    join(one, "b");
    await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).containsExactly("a", "b"));
  }

  @Test
  void who_ends_in_order_is_replaced_at_once() throws Exception {
    Library one = node("one");
    join(one, "a");
    await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).containsExactly("a"));
    join(node("two"), "a");
    nodes.remove(one);
    one.close();
    assertThat(number("SELECT count(*) FROM node WHERE name = 'one'")).isZero();
    await().atMost(SOON).untilAsserted(() -> assertThat(held("two")).containsExactly("a"));
  }

  /** As if it had hung: its time is up, and it has not said so. */
  @Test
  void who_is_not_heard_of_is_replaced_notices_and_keeps_no_position() throws Exception {
    Library one = node("one");
    join(one, "a");
    await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).containsExactly("a"));
    Hold before = lease("one a").hold().orElseThrow();
    one.positions().keep(before, "a", "1");
    Library two = node("two");
    join(two, "a");
    await().atMost(SOON).until(() -> one.leases().nodes().size() == 2);
    sql("UPDATE node SET until = now() - interval '1 day' WHERE name = 'one'");
    sql("DELETE FROM node WHERE name = 'one'");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(one.leases().holders()).containsEntry("a", "two"));
    assertThat(lease("one a").stands(before)).isFalse();
    assertThat(lease("one a").holder()).contains("two");
    assertThatThrownBy(() -> one.positions().keep(before, "a", "0"))
        .isInstanceOf(Unavailable.class);
    Hold now = lease("two a").hold().orElseThrow();
    assertThat(two.positions().find("a")).contains("1");
    two.positions().keep(now, "a", "2");
    assertThat(now.epoch()).isGreaterThan(before.epoch());
    await().atMost(SOON).until(() -> two.leases().nodes().equals(List.of("one", "two")));
  }

  /**
   * One that hangs in the middle of its turn holds up neither the lease nor the others' writing.
   */
  @Test
  void what_a_silent_hub_has_begun_is_cut_off() throws Exception {
    Library two = node("two");
    join(two, "a");
    await().atMost(SOON).untilAsserted(() -> assertThat(held("two")).containsExactly("a"));
    long before = lease("two a").hold().orElseThrow().epoch();
    try (Connection hung = PostgresServer.shared().connect();
        Statement statement = hung.createStatement()) {
      hung.setAutoCommit(false);
      statement.execute("SET search_path = " + PostgresServer.schema(folder));
      statement.execute("SET application_name = 'hung'");
      statement.execute("UPDATE lease SET holder = 0, epoch = epoch + 1 WHERE name = 'a'");
      hung.commit();
      statement.execute("SELECT 1 FROM lease FOR SHARE");
      statement.execute("SELECT 1 FROM frontier FOR UPDATE");
      sql(
          "INSERT INTO node (name, line, until, wants)"
              + " VALUES ('hung', 'hung', now() - interval '1 s', 'a')");
      await()
          .atMost(SOON)
          .until(() -> lease("two a").hold().filter(it -> it.epoch() > before + 1).isPresent());
      two.positions().keep(lease("two a").hold().orElseThrow(), "a", "1");
      assertThatThrownBy(hung::commit).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void without_the_server_nobody_holds_anything_and_with_it_somebody_does_again() {
    try (PostgresServer server = PostgresServer.own(Map.of())) {
      Library one = node("one", server.address());
      join(one, "a");
      await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).containsExactly("a"));
      server.kill();
      await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).isEmpty());
      await().atMost(SOON).until(() -> one.leases().trouble() != null);
      server.restart();
      await().atMost(SOON).untilAsserted(() -> assertThat(held("one")).containsExactly("a"));
      assertThat(one.leases().trouble()).isNull();
      nodes.remove(one);
      one.close();
    }
  }

  private Lease lease(String of) {
    return Objects.requireNonNull(leases.get(of));
  }

  private void join(Library node, String name) {
    leases.put(node.leases().node() + " " + name, node.leases().join(name));
  }

  /** Names of what the hub believes it holds. */
  private List<String> held(String node) {
    return leases.entrySet().stream()
        .filter(it -> it.getKey().startsWith(node + " ") && it.getValue().hold().isPresent())
        .map(it -> it.getKey().substring(node.length() + 1))
        .toList();
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = PostgresServer.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + PostgresServer.schema(folder));
      statement.execute(text);
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = PostgresServer.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + PostgresServer.schema(folder));
      try (ResultSet rows = statement.executeQuery(query)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private Library node(String name) {
    return node(name, PostgresServer.sharedAddress());
  }

  private Library node(String name, String address) {
    DatabaseSettings database = PostgresServer.settings(address, folder);
    ReferenceLedger ledger = new ReferenceLedger();
    Library node =
        FolderedPostgres.kind()
            .open(
                new LibrarySettings(folder.resolve(name), keys, Retries.USUAL, database, name),
                ledger,
                ledger,
                InstantSource.system());
    nodes.add(node);
    return node;
  }
}
