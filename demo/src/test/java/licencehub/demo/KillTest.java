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
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import licencehub.demo.world.Lot;
import licencehub.model.code.SourceId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 1, 2 and 4: the hub is killed with SIGKILL at random moments while six departments send
 * by six ways. Whatever was acknowledged is there, exactly once, and the ledger extends every
 * checkpoint seen before.
 */
class KillTest {
  private static final long SEED = 2026;

  @Test
  void what_was_acknowledged_survives_ten_kills_exactly_once(@TempDir Path folder)
      throws Exception {
    survives(folder, 10);
  }

  @Test
  @Tag("long")
  void what_was_acknowledged_survives_two_hundred_kills_exactly_once(@TempDir Path folder)
      throws Exception {
    survives(folder, 200);
  }

  private static void survives(Path folder, int kills) throws Exception {
    Stage stage = Stage.of(folder.resolve("stage"), Ports.free(0), 6);
    try (Play play = Play.begin(stage, 15, InstantSource.system());
        ExecutorService departments = Executors.newSingleThreadExecutor()) {
      AtomicBoolean goOn = new AtomicBoolean(true);
      Future<?> sending = departments.submit(() -> tellWhile(play, goOn));
      List<String> checkpoints = killAgainAndAgain(play, kills);
      goOn.set(false);
      sending.get(2, TimeUnit.MINUTES);
      check(play, checkpoints);
    }
  }

  /**
   * Case after case, all ways in turn: the HTTP department waits for its outcomes, so none runs
   * away.
   */
  private static void tellWhile(Play play, AtomicBoolean goOn) {
    for (long n = 0; goOn.get(); n++) {
      play.troupe().tell(n);
    }
  }

  /** Kills at random moments; returns a checkpoint seen in each life of the hub. */
  private static List<String> killAgainAndAgain(Play play, int kills) throws Exception {
    Lot lot = Lot.of(SEED, "kill", kills);
    List<String> checkpoints = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      long filed = play.troupe().cases();
      await().atMost(Duration.ofSeconds(60)).until(() -> play.troupe().cases() > filed);
      pause(lot.between(0, 700));
      checkpoints.add(play.client().checkpoint());
      play.crash();
    }
    return checkpoints;
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
