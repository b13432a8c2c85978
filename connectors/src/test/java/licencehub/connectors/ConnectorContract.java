package licencehub.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every connector promises, against a real server. A new connector extends this class. */
public abstract class ConnectorContract {
  private static final int LIMIT = 100;
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  protected final RememberedPositions positions = new RememberedPositions();

  protected abstract Connector connector();

  /** Sound settings of the source the server offers. */
  protected abstract SourceConfig config();

  /** Makes so many new records appear at the source, all different, ready to be read. */
  protected abstract void put(int count);

  /** Everything a reader could change at the source, as something with equals. */
  protected abstract Object state();

  /** Cuts the source off; false where a source cannot be away. */
  protected abstract boolean cutOff();

  /** Undoes {@link #cutOff}. */
  protected abstract void restore();

  /** Settings that name a secret file that is not there: its name, where the kind has secrets. */
  protected Optional<SourceConfig> withoutSecret() {
    return Optional.empty();
  }

  protected static final String MISSING_SECRET = "secrets/not-there.txt";

  /** Whether records can be looked at without taking them. */
  protected boolean samples() {
    return true;
  }

  protected BatchSource open() {
    return connector().open(config(), positions);
  }

  @Test
  void its_kind_is_lower_case_words() {
    assertThat(connector().spec().kind()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void is_found_by_the_hub() {
    assertThat(ServiceLoader.load(Connector.class))
        .extracting(it -> it.spec().kind())
        .containsOnlyOnce(connector().spec().kind());
  }

  @Test
  void its_settings_schema_is_sound() {
    Schema meta =
        SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(connector().spec().settingsSchema(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void its_settings_schema_shows_a_valid_example_of_every_key_and_refuses_others() {
    objects(JsonMapper.shared().readTree(connector().spec().settingsSchema()))
        .forEach(ConnectorContract::isDescribed);
  }

  @Test
  void sound_settings_meet_the_schema_and_a_misspelt_key_does_not() {
    Schema schema = SCHEMAS.getSchema(connector().spec().settingsSchema());
    assertThat(schema.validate(config().settings())).isEmpty();
    assertThat(schema.validate(config().settings().deepCopy().put("noSuchKey", "x"))).isNotEmpty();
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
      await().atMost(Duration.ofSeconds(30)).until(() -> isUnavailable(source));
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
        .atMost(Duration.ofSeconds(30))
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

  private static Stream<JsonNode> objects(JsonNode schema) {
    return Stream.concat(
        schema.has("properties") ? Stream.of(schema) : Stream.empty(),
        schema.path("properties").valueStream().flatMap(ConnectorContract::objects));
  }

  private static void isDescribed(JsonNode object) {
    assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    object
        .path("properties")
        .properties()
        .forEach(
            it -> {
              assertThat(it.getValue().path("description").asString(""))
                  .as(it.getKey())
                  .isNotBlank();
              assertThat(it.getValue().path("examples").valueStream()).as(it.getKey()).isNotEmpty();
              Schema schema = SCHEMAS.getSchema(it.getValue());
              it.getValue()
                  .path("examples")
                  .forEach(
                      example -> assertThat(schema.validate(example)).as(it.getKey()).isEmpty());
            });
  }
}
