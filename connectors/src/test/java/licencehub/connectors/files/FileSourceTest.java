package licencehub.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.RawRecord;
import licencehub.connectors.RememberedPositions;
import licencehub.connectors.SourceConfig;
import licencehub.model.Reason;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of files, seen on a folder of this machine. */
class FileSourceTest {
  private static final Duration NONE = Duration.ZERO;

  @TempDir private Path folder;

  @Test
  void a_file_moves_only_when_its_last_record_is_settled() {
    Folders.drop(folder, "a.ndjson", Events.lines(5));
    try (BatchSource source = open("")) {
      Batch first = source.poll(3, NONE);
      Batch second = source.poll(3, NONE);
      source.settle(second, Outcomes.accepted(second));
      assertThat(folder.resolve("a.ndjson")).exists();
      source.settle(first, Outcomes.accepted(first));
      assertThat(folder.resolve("done/a.ndjson")).exists();
      assertThat(folder.resolve("a.ndjson")).doesNotExist();
    }
  }

  @Test
  void records_set_aside_are_reported_by_line_without_their_content() throws IOException {
    Folders.drop(folder, "a.ndjson", "{}\n\n{\"name\":\"张三\"}\n{}\n");
    settleAll(List.of(Outcomes.accepted(), bad(), Outcomes.accepted()));
    assertThat(folder.resolve("done/a.ndjson")).exists();
    String report = Files.readString(folder.resolve("done/a.ndjson.errors.json"), UTF_8);
    JsonNode json = JsonMapper.shared().readTree(report);
    assertThat(report).doesNotContain("张三");
    assertThat(json.at("/records").asInt()).isEqualTo(3);
    assertThat(json.at("/quarantined").asInt()).isEqualTo(1);
    assertThat(json.at("/failures/0/line").asInt()).isEqualTo(3);
    assertThat(json.at("/failures/0/quarantine").asInt()).isEqualTo(7);
    assertThat(json.at("/failures/0/reasons/0/code").asString()).isEqualTo("event.schema-violated");
    assertThat(json.at("/failures/0/reasons/0/zh").asString()).isNotBlank();
    assertThat(json.at("/failures/0/reasons/0/en").asString()).isNotBlank();
  }

  @Test
  void a_file_of_which_nothing_was_taken_goes_to_failed() {
    Folders.drop(folder, "a.ndjson", "{}\n{}\n");
    settleAll(List.of(bad(), bad()));
    assertThat(folder.resolve("failed/a.ndjson")).exists();
    assertThat(folder.resolve("failed/a.ndjson.errors.json")).exists();
    assertThat(folder.resolve("done")).doesNotExist();
  }

  @Test
  void an_empty_file_is_done() {
    Folders.drop(folder, "a.ndjson", "\n\n");
    try (BatchSource source = open("")) {
      assertThat(source.poll(10, NONE).isEmpty()).isTrue();
      assertThat(folder.resolve("done/a.ndjson")).exists();
    }
  }

  @Test
  void a_crash_before_the_last_settling_brings_the_whole_file_again() {
    Folders.drop(folder, "a.ndjson", Events.lines(4));
    try (BatchSource source = open("")) {
      Batch batch = source.poll(2, NONE);
      source.settle(batch, Outcomes.accepted(batch));
    }
    try (BatchSource source = open("")) {
      assertThat(source.poll(10, NONE).records()).hasSize(4);
    }
  }

  @Test
  void a_file_of_a_name_that_was_there_before_overwrites_nothing() throws IOException {
    for (String content : List.of("{\"n\":1}", "{\"n\":2}", "{\"n\":3}")) {
      Folders.drop(folder, "a.json", content);
      settleAll(List.of(Outcomes.accepted()));
    }
    assertThat(folder.resolve("done/a.json")).hasContent("{\"n\":1}");
    assertThat(folder.resolve("done/a.json.1")).hasContent("{\"n\":2}");
    assertThat(folder.resolve("done/a.json.2")).hasContent("{\"n\":3}");
  }

  @Test
  void a_file_that_changed_while_it_was_read_is_read_anew() {
    Folders.drop(folder, "a.ndjson", Events.lines(2));
    try (BatchSource source = open("")) {
      Batch old = source.poll(10, NONE);
      Folders.drop(folder, "a.ndjson", Events.lines(3));
      source.settle(old, Outcomes.accepted(old));
      assertThat(folder.resolve("a.ndjson")).exists();
      assertThat(source.poll(10, NONE).records()).hasSize(3);
    }
  }

  @Test
  void a_file_that_vanishes_does_not_stop_the_others() throws IOException {
    Folders.drop(folder, "a.ndjson", Events.lines(10));
    Folders.drop(folder, "b.ndjson", Events.lines(10));
    try (BatchSource source = open("")) {
      RawRecord first = source.poll(2, NONE).records().getFirst();
      String name = first.locator().substring(0, first.locator().indexOf('#'));
      Files.delete(folder.resolve(name));
      List<RawRecord> rest = source.poll(100, NONE).records();
      assertThat(rest).hasSize(10).noneMatch(it -> it.locator().startsWith(name));
    }
  }

  @Test
  void with_markers_a_file_waits_for_its_marker_and_takes_it_along() {
    Folders.drop(folder, "a.ndjson", Events.lines(1));
    try (BatchSource source = open(", \"complete\": \"marker\"")) {
      assertThat(source.poll(10, NONE).isEmpty()).isTrue();
      Folders.drop(folder, "a.ndjson.ok", "");
      Batch batch = source.poll(10, Duration.ofSeconds(1));
      assertThat(batch.records()).hasSize(1);
      source.settle(batch, Outcomes.accepted(batch));
      assertThat(folder.resolve("done/a.ndjson.ok")).exists();
      assertThat(folder.resolve("a.ndjson.ok")).doesNotExist();
    }
  }

  private void settleAll(List<Outcome> outcomes) {
    try (BatchSource source = open("")) {
      source.settle(source.poll(100, NONE), outcomes);
    }
  }

  private static Outcome bad() {
    return Outcomes.quarantined(Reason.SCHEMA_VIOLATED);
  }

  private BatchSource open(String rest) {
    return new FolderConnector().open(config(rest), new RememberedPositions());
  }

  private SourceConfig config(String rest) {
    return Configs.unsigned("{\"folder\": \".\"" + rest + "}", folder);
  }
}
