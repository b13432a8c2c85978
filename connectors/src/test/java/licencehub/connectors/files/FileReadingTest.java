package licencehub.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.connectors.RememberedPositions;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.nativeform.Lines;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files are chosen and taken apart, seen on a folder of this machine. */
class FileReadingTest {
  private static final Duration NONE = Duration.ZERO;

  @TempDir private Path folder;

  @Test
  void a_large_file_comes_in_batches_of_the_limit_and_is_never_held_whole() {
    Folders.drop(folder, "big.ndjson", Events.lines(25_000));
    List<String> locators = new ArrayList<>();
    try (BatchSource source = open("")) {
      for (Batch batch = source.poll(1000, NONE); !batch.isEmpty(); ) {
        assertThat(batch.records()).hasSize(1000);
        batch.records().forEach(it -> locators.add(it.locator()));
        source.settle(batch, Outcomes.accepted(batch));
        batch = source.poll(1000, NONE);
      }
    }
    assertThat(locators).hasSize(25_000).startsWith("big.ndjson#1").endsWith("big.ndjson#25000");
  }

  @Test
  void files_being_written_hidden_or_of_other_names_are_left_alone() {
    for (String name : List.of("a.ndjson.part", "b.ndjson.tmp", ".c.ndjson", "d.csv")) {
      Folders.drop(folder, name, Events.lines(1));
    }
    try (BatchSource source = open(", \"pattern\": \"*.ndjson\"")) {
      assertThat(source.poll(10, NONE).isEmpty()).isTrue();
      assertThat(folder.resolve("d.csv")).exists();
    }
  }

  @Test
  void links_are_not_followed() throws IOException {
    Path outside = Files.writeString(Files.createTempFile("outside", ".ndjson"), Events.lines(1));
    Files.createSymbolicLink(folder.resolve("a.ndjson"), outside);
    try (BatchSource source = open("")) {
      assertThat(source.poll(10, NONE).isEmpty()).isTrue();
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void a_line_too_long_is_one_bad_record_among_good_ones() {
    String long1 = "x".repeat(2 * Lines.LONGEST);
    Folders.drop(folder, "a.ndjson", Events.next() + "\r\n" + long1 + "\r\n" + Events.next());
    SourceConfig config = config("");
    try (BatchSource source = open("")) {
      List<Recognised> seen =
          source.poll(10, NONE).records().stream().map(config.dialect()::recognise).toList();
      assertThat(seen)
          .hasExactlyElementsOfTypes(
              Recognised.Unsigned.class, Recognised.Unreadable.class, Recognised.Unsigned.class);
    }
  }

  @Test
  void a_file_over_the_limit_ends_as_one_unreadable_record() {
    Folders.drop(folder, "a.json", " ".repeat(2 * Lines.LONGEST));
    SourceConfig config = config(", \"maxFileBytes\": 1048576");
    try (BatchSource source = open(", \"maxFileBytes\": 1048576")) {
      List<RawRecord> records = source.poll(10, NONE).records();
      assertThat(records).hasSize(1);
      assertThat(config.dialect().recognise(records.getFirst()))
          .isInstanceOfSatisfying(
              Recognised.Unreadable.class,
              it -> assertThat(it.faults().getFirst().reason()).isEqualTo(Reason.BYTES_TOO_LARGE));
    }
  }

  @Test
  void a_file_that_is_not_lines_comes_whole_with_its_media_type() {
    Folders.drop(folder, "a.xml", "<a>\n</a>");
    try (BatchSource source = open("")) {
      RawRecord record = source.poll(10, NONE).records().getFirst();
      assertThat(record.mediaType()).isEqualTo("application/xml");
      assertThat(Outcomes.text(record)).isEqualTo("<a>\n</a>");
    }
  }

  private BatchSource open(String rest) {
    return new FolderConnector().open(config(rest), new RememberedPositions());
  }

  private SourceConfig config(String rest) {
    return Configs.unsigned("{\"folder\": \".\"" + rest + "}", folder);
  }
}
