package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import licencehub.connectors.Discovered;
import licencehub.connectors.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small parts commands are made of. */
class PiecesTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void columns_stand_straight_whatever_the_script() {
    StringWriter out = new StringWriter();
    new Table("来源 S", "X").row("市场", 1).row("a", 2).print(new PrintWriter(out));
    assertThat(out.toString().lines().map(it -> Table.width(it.replaceAll("\\S$", ""))).distinct())
        .hasSize(1);
  }

  @Test
  void a_cell_cannot_steer_the_terminal() {
    StringWriter out = new StringWriter();
    new Table("X").row("a\u001b[2Jb\nc").print(new PrintWriter(out));
    assertThat(out.toString()).doesNotContain("\u001b").contains("a [2Jb c");
  }

  @Test
  void personal_data_is_masked_and_codes_of_public_bodies_are_not() {
    String masked =
        Mask.document(
            """
            {"id":"1","type":"case.applied.v1","data":{"caseNumber":"C1","queryPassword":"123456",
            "department":{"code":"11440300MB2D000147","name":"市场局"},"region":"440300",
            "applicant":{"name":"张三","codeType":"111","code":"110101199003072316"},
            "contact":{"name":"李四","phone":"13800000000"},"unknown":"秘密"}}
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(masked)
        .contains("C1", "11440300MB2D000147", "440300", "张***")
        .doesNotContain("张三", "110101199003072316", "13800000000", "123456", "秘密");
  }

  @Test
  void bytes_that_are_no_document_are_not_shown() {
    assertThat(Mask.document(new byte[] {'{', 1})).isEqualTo("…");
  }

  @Test
  void a_source_that_lost_a_record_has_another_fingerprint() {
    Fingerprint before = fingerprint(3, "a", "b", "c");
    assertThat(before.differences(fingerprint(3, "a", "b", "c"))).isEmpty();
    assertThat(before.differences(fingerprint(2, "b", "c"))).hasSize(2);
    assertThat(before.differences(fingerprint(3, "a", "B", "c"))).hasSize(1);
    assertThat(before.differences(Fingerprint.of(List.of(), List.of()))).hasSize(2);
  }

  @Test
  void records_that_a_department_adds_are_no_difference() {
    assertThat(fingerprint(2, "a", "b").differences(fingerprint(3, "a", "b", "c"))).isEmpty();
  }

  @Test
  void lines_of_a_file_are_sent_in_batches_with_their_numbers() throws IOException {
    Path file = folder.resolve("x.ndjson");
    Files.writeString(file, "{}\n\n".repeat(501) + "{\"last\":1}");
    EnvelopeFile envelopes = EnvelopeFile.of(file);
    List<Long> lines = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    envelopes.batches(
        it -> {
          lines.addAll(it.lines());
          sizes.add(it.lines().size());
        });
    assertThat(envelopes.count()).isEqualTo(502);
    assertThat(sizes).containsExactly(500, 2);
    assertThat(lines).startsWith(1L, 3L, 5L).endsWith(1001L, 1003L);
  }

  @Test
  void progress_tells_share_rate_and_time_left() {
    assertThat(Progress.line(250, 1000, Duration.ofSeconds(5)))
        .contains("######------------------", " 25% 250/1000", "50 条/秒", "15 秒");
    assertThat(Progress.line(0, 0, Duration.ZERO)).contains("100%");
  }

  private static Fingerprint fingerprint(long waiting, String... records) {
    return Fingerprint.of(
        List.of(new Discovered("table", "T", List.of("A"), waiting)),
        Stream.of(records)
            .map(
                it ->
                    new RawRecord(
                        it.getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        it.toLowerCase(Locale.ROOT)))
            .toList());
  }
}
