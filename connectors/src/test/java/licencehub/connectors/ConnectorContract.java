package licencehub.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every connector promises, against a real server. A new connector extends this class. */
public abstract class ConnectorContract extends SpecContract {
  protected static final String MISSING_SECRET = "secrets/not-there.txt";
  private static final int LIMIT = 100;
  private static final Duration MOST = Duration.ofSeconds(60);

  protected final RememberedPositions positions = new RememberedPositions();

  /** Makes so many new records appear at the source, all different, ready to be read. */
  protected abstract void put(int count);

  /** Everything a reader could change at the source, as something with equals. */
  protected abstract Object state();

  /** Cuts the source off until {@link #restore}; false where a source cannot be away. */
  protected abstract boolean cutOff();

  protected abstract void restore();

  /** Settings whose secret file is {@link #MISSING_SECRET}, where the kind has secrets. */
  protected Optional<SourceConfig> withoutSecret() {
    return Optional.empty();
  }

  /** Whether records can be looked at without taking them. */
  protected boolean samples() {
    return true;
  }

  protected BatchSource open() {
    return connector().open(config(), positions);
  }

  @Test
  void a_check_passes_step_by_step_and_changes_nothing() {
    put(2);
    Object before = state();
    StepLog log = new StepLog();
    connector().check(config(), log);
    assertThat(log.passed()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void discovering_names_what_is_there_and_changes_nothing() {
    put(2);
    Object before = state();
    assertThat(connector().discover(config())).isNotEmpty();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void a_sample_shows_the_first_records_and_changes_nothing() {
    Assumptions.assumeTrue(samples());
    put(3);
    Object before = state();
    List<String> first = texts(connector().sample(config(), 2));
    assertThat(first).hasSize(2);
    assertThat(texts(connector().sample(config(), 2))).isEqualTo(first);
    assertThat(state()).isEqualTo(before);
    try (BatchSource source = open()) {
      assertThat(take(source, 3)).containsAll(first);
    }
  }

  @Test
  void a_source_without_records_gives_an_empty_batch() {
    try (BatchSource source = open()) {
      assertThat(source.poll(LIMIT, Duration.ofMillis(10)).isEmpty()).isTrue();
    }
  }

  @Test
  void every_record_comes_and_none_twice_once_settled() {
    put(5);
    try (BatchSource source = open()) {
      assertThat(take(source, 5)).hasSize(5).doesNotHaveDuplicates();
      assertThat(source.poll(LIMIT, Duration.ofMillis(300)).isEmpty()).isTrue();
    }
  }

  @Test
  void what_is_settled_stays_settled_after_reopening() {
    put(2);
    List<String> first;
    try (BatchSource source = open()) {
      first = take(source, 2);
    }
    put(1);
    try (BatchSource source = open()) {
      assertThat(take(source, 1)).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void no_batch_is_larger_than_the_limit() {
    put(5);
    try (BatchSource source = open()) {
      Batch batch = next(source, 2);
      assertThat(batch.records()).hasSizeBetween(1, 2);
      source.giveBack(batch);
    }
  }

  @Test
  void a_batch_given_back_comes_again() {
    put(3);
    try (BatchSource source = open()) {
      Batch batch = next(source, LIMIT);
      source.giveBack(batch);
      assertThat(take(source, 3)).containsAll(texts(batch.records()));
    }
  }

  @Test
  void what_was_not_settled_comes_again_after_reopening() {
    put(3);
    List<String> lost;
    try (BatchSource source = open()) {
      lost = texts(next(source, LIMIT).records());
    }
    try (BatchSource source = open()) {
      assertThat(take(source, 3)).hasSize(3).containsAll(lost);
    }
  }

  @Test
  void a_source_that_is_cut_off_is_unavailable_and_comes_back() {
    Assumptions.assumeTrue(cutOff());
    try (BatchSource source = open()) {
      await().atMost(MOST).until(() -> isUnavailable(source));
      assertThatThrownBy(() -> connector().check(config(), new StepLog()))
          .isInstanceOf(Probe.StepFailed.class);
      restore();
      put(2);
      assertThat(take(source, 2)).hasSize(2);
    }
  }

  @Test
  void a_missing_secret_file_is_named() {
    Assumptions.assumeTrue(withoutSecret().isPresent());
    SourceConfig config = withoutSecret().get();
    assertThatThrownBy(() -> connector().check(config, new StepLog()))
        .isInstanceOf(Probe.StepFailed.class)
        .rootCause()
        .hasMessageContaining("not-there.txt");
    try (BatchSource source = connector().open(config, positions)) {
      assertThatThrownBy(() -> source.poll(LIMIT, Duration.ofMillis(10)))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("not-there.txt");
    }
  }

  /** Polls and settles until so many records came. */
  protected static List<String> take(BatchSource source, int count) {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      Batch batch = next(source, LIMIT);
      source.settle(batch, Outcomes.accepted(batch));
      taken.addAll(texts(batch.records()));
    }
    return taken;
  }

  /** The next batch that is not empty; a source just restored may still be unavailable. */
  protected static Batch next(BatchSource source, int limit) {
    return await()
        .atMost(MOST)
        .ignoreExceptionsInstanceOf(Unavailable.class)
        .until(() -> source.poll(limit, Duration.ofMillis(200)), it -> !it.isEmpty());
  }

  protected static List<String> texts(List<RawRecord> records) {
    return records.stream().map(Outcomes::text).toList();
  }

  private static boolean isUnavailable(BatchSource source) {
    try {
      source.giveBack(source.poll(LIMIT, Duration.ofMillis(10)));
      return false;
    } catch (Unavailable e) {
      return true;
    }
  }
}
