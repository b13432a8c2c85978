package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import licencehub.model.Unavailable;
import licencehub.model.event.EventType;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several hubs on one database. */
class PostgresNodesTest {
  private static final int EACH = 50;
  private final SampleKeys keys = new SampleKeys();
  private final List<Library> nodes = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void open() {
    nodes.add(node("one", keys));
    nodes.add(node("two", keys));
  }

  @AfterEach
  void close() {
    nodes.forEach(Library::close);
  }

  @Test
  void what_hubs_write_at_once_has_no_gaps_and_adds_up_to_one_ledger() throws Exception {
    List<Acknowledged> told = Collections.synchronizedList(new ArrayList<>());
    all(
        IntStream.range(0, 8)
            .<Callable<Void>>mapToObj(
                caller ->
                    () -> {
                      for (int i = 0; i < EACH; i++) {
                        told.add(filed(nodes.get(caller % 2), caller * EACH + i));
                      }
                      return null;
                    })
            .toList());
    for (Library each : nodes) {
      assertThat(each.outbox().head()).isEqualTo(8 * EACH - 1);
      Acknowledged.mustAllBeIn(each, told);
    }
  }

  @Test
  void a_submission_sent_to_both_counts_once() throws Exception {
    List<Outcome> outcomes =
        all(
            IntStream.range(0, 200)
                .<Callable<Outcome>>mapToObj(
                    i -> () -> file(nodes.get(i % 2), issued(i / 8).filing()))
                .toList());
    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Accepted).hasSize(25);
    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Duplicate).hasSize(175);
    assertThat(nodes.getFirst().outbox().head()).isEqualTo(24);
  }

  @Test
  void the_highest_version_stands_whichever_hub_it_came_to() throws Exception {
    List<int[]> pairs = new ArrayList<>();
    for (int licence = 0; licence < 10; licence++) {
      for (int version = 1; version <= 12; version++) {
        pairs.add(new int[] {licence, version});
      }
    }
    Collections.shuffle(pairs, new Random(1));
    all(
        IntStream.range(0, pairs.size())
            .<Callable<Outcome>>mapToObj(
                i -> () -> file(nodes.get(i % 2), changed(pairs.get(i)[0], pairs.get(i)[1])))
            .toList());
    for (int licence = 0; licence < 10; licence++) {
      LicenceRecord found =
          nodes.get(licence % 2).licences().find(identifier(licence)).orElseThrow();
      assertThat(found.latest().version()).isEqualTo(12);
      assertThat(nodes.getFirst().licences().history(identifier(licence)))
          .extracting(HistoryEntry::version)
          .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void many_read_the_change_stream_while_hubs_write_and_none_misses_anything() throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      int first = caller * EACH;
      Library node = nodes.get(caller % 2);
      tasks.add(
          () -> {
            for (int i = 0; i < EACH; i++) {
              filed(node, first + i);
            }
            return null;
          });
    }
    for (int reader = 0; reader < 4; reader++) {
      Library node = nodes.get(reader % 2);
      tasks.add(
          () -> {
            readTo(node, 4 * EACH);
            return null;
          });
    }
    all(tasks);
  }

  @Test
  void whoever_waits_at_one_hub_is_told_what_another_filed() {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> nodes.get(1).outbox().await(-1, Duration.ofSeconds(30)));
    file(nodes.getFirst(), issued(1).filing());
    assertThat(waiting.join()).isTrue();
    assertThat(nodes.get(1).outbox().head()).isZero();
  }

  @Test
  void a_hub_with_keys_that_others_have_left_behind_writes_nothing_until_it_has_them() {
    SampleKeys own = new SampleKeys();
    Library late = node("three", own);
    nodes.add(late);
    file(nodes.getFirst(), issued(1).filing());
    keys.hold(SampleKeys.of(2, 2).data(), SampleKeys.of(2, 2).index());
    file(nodes.getFirst(), issued(2).filing());
    assertThatThrownBy(() -> file(late, issued(3).filing()))
        .hasCauseInstanceOf(Unavailable.class)
        .hasMessageContaining("the library is under number 2");
    own.hold(SampleKeys.of(2, 2).data(), SampleKeys.of(2, 2).index());
    assertThat(file(late, issued(3).filing())).isInstanceOf(Outcome.Accepted.class);
  }

  private static void readTo(Library node, int end) {
    long position = -1;
    while (position < end - 1) {
      assertThat(node.outbox().await(position, Duration.ofSeconds(60))).isTrue();
      for (HistoryEntry it : node.outbox().after(position, 7)) {
        assertThat(it.sequence()).isEqualTo(position + 1);
        position = it.sequence();
      }
    }
  }

  private static Entry.Filing changed(int licence, int version) {
    EventType type = LICENCE_CHANGED;
    return stated(type, licence, version).filing();
  }

  private static Acknowledged filed(Library node, int serial) {
    return Acknowledged.of(DoorContract.receipt(file(node, issued(serial).filing())));
  }

  private static Outcome file(Library node, Entry entry) {
    return node.journal().file(List.of(entry)).join().getFirst();
  }

  private static <T> List<T> all(List<? extends Callable<T>> tasks) throws Exception {
    try (ExecutorService callers = Executors.newCachedThreadPool()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> it : callers.invokeAll(tasks)) {
        answers.add(it.get());
      }
      return answers;
    }
  }

  /** A hub with a folder of its own, on the database of the test. */
  private Library node(String name, KeyRing ring) {
    DatabaseSettings database = PostgresServer.settings(PostgresServer.sharedAddress(), folder);
    ReferenceLedger ledger = new ReferenceLedger();
    return FolderedPostgres.kind()
        .open(
            new LibrarySettings(folder.resolve(name), ring, Retries.USUAL, database),
            ledger,
            ledger,
            InstantSource.system());
  }
}
