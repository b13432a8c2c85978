package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import licencehub.demo.world.Lot;
import licencehub.model.code.SourceId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises 1, 2 and 4: the hub is killed with SIGKILL at random moments while six departments send
 * by six ways. Whatever was acknowledged is there, exactly once, and the ledger extends every
 * checkpoint seen before.
 */
class KillTest {
  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final long SEED = 2026;
  private static final int KILLS = 10;

  @Test
  void what_was_acknowledged_survives_ten_kills_exactly_once(@TempDir Path folder)
      throws Exception {
    survives(folder, 1);
  }

  @Test
  @Tag("long")
  void what_was_acknowledged_survives_two_hundred_kills_exactly_once(@TempDir Path folder)
      throws Exception {
    survives(folder, 20);
  }

  /** Ten kills a round; after each, with nothing on its way, both sides' books must agree. */
  private static void survives(Path folder, int rounds) throws Exception {
    Stage stage = Stage.of(folder.resolve("stage"), Ports.free(0), 6);
    Lot lot = Lot.of(SEED, "kill", rounds);
    List<String> checkpoints = new ArrayList<>();
    AtomicLong next = new AtomicLong();
    try (Play play = Play.begin(stage, 15, InstantSource.system());
        ExecutorService departments = Executors.newSingleThreadExecutor()) {
      for (int round = 1; round <= rounds; round++) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        Future<?> sending = departments.submit(() -> tellWhile(play, goOn, next));
        for (int i = 0; i < KILLS; i++) {
          checkpoints.add(kill(play, lot));
        }
        goOn.set(false);
        sending.get(2, TimeUnit.MINUTES);
        check(play, checkpoints);
        LOG.info("{} kills survived, {} cases told", round * KILLS, next.get());
      }
    }
  }

  /**
   * Case after case, all ways in turn: the HTTP department waits for its outcomes, so none runs
   * away.
   */
  private static void tellWhile(Play play, AtomicBoolean goOn, AtomicLong next) {
    while (goOn.get()) {
      play.troupe().tell(next.getAndIncrement());
    }
  }

  /** Kills at a random moment; returns a checkpoint seen in that life of the hub. */
  private static String kill(Play play, Lot lot) throws Exception {
    long filed = play.troupe().cases();
    await().atMost(Duration.ofSeconds(60)).until(() -> play.troupe().cases() > filed);
    pause(lot.between(0, 700));
    String checkpoint = play.client().checkpoint();
    play.crash();
    return checkpoint;
  }

  /** The moment of the kill is what is drawn by lot here; nothing is being waited for. */
  private static void pause(int millis) throws InterruptedException {
    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  private static void check(Play play, List<String> checkpoints) {
    Map<SourceId, Map<String, Long>> sent = play.troupe().expected();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertFiled(HubBooks.read(play.client()), sent));
    String last = play.client().checkpoint();
    assertThat(checkpoints).allMatch(it -> LedgerCheck.extendsFrom(play.client(), it, last));
  }

  /** Every source: as many distinct records filed and set aside as its department's books say. */
  private static void assertFiled(HubBooks books, Map<SourceId, Map<String, Long>> sent) {
    assertThat(books.twice()).isEmpty();
    sent.forEach(
        (source, words) -> {
          long filed = words.getOrDefault("accepted", 0L) + words.getOrDefault("superseded", 0L);
          assertThat(books.filed().getOrDefault(source, Set.of()))
              .as("filed of %s", source)
              .hasSize((int) filed);
          assertThat(books.open().getOrDefault(source, 0L))
              .as("quarantined of %s", source)
              .isEqualTo(words.getOrDefault("quarantined", 0L));
        });
  }
}
