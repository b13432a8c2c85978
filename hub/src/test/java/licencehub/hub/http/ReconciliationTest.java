package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import licencehub.hub.access.Role;
import licencehub.model.submission.SentNumber;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.reconciliation.NumberSet;
import licencehub.sharing.reconciliation.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A department asks whether what it sent is here. */
class ReconciliationTest {
  private static final String PATH = "/api/v1/reconciliations";
  private static final int FILED = 6;

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static Instant began;

  /** The number of the one that was set aside. */
  private static long aside;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    began = Instant.now().minusSeconds(1);
    for (int i = 1; i <= FILED; i++) {
      hub.submit(hub.alpha, Documents.licence(hub.alpha, i, 1));
    }
    byte[] wrong =
        new String(Documents.licence(hub.alpha, 9, 1), UTF_8)
            .replace("\"region\":\"440300\"", "\"region\":\"nowhere\"")
            .getBytes(UTF_8);
    aside = hub.submit(hub.alpha, wrong).at("/0/quarantine").asLong();
    assertThat(aside).isPositive();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static SentNumber number(int serial, long version) {
    return new SentNumber("lic-" + serial + "-1", version);
  }

  private static List<SentNumber> filed() {
    return java.util.stream.IntStream.rangeClosed(1, FILED).mapToObj(it -> number(it, 1)).toList();
  }

  private static String time() {
    return "\"from\":\"" + began + "\",\"until\":\"" + began.plus(Duration.ofHours(1)) + "\"";
  }

  private static EdgeClient.Reply ask(String what) {
    return hub.as(hub.alpha.caller())
        .post(PATH, "{\"source\":\"alpha-front\"," + time() + "," + what + "}");
  }

  private static String tally(Tally tally) {
    return "\"count\":" + tally.count() + ",\"digest\":\"" + tally.digest() + "\"";
  }

  private static String buckets(NumberSet listed) {
    return listed.tallies().entrySet().stream()
        .map(it -> "{\"bucket\":\"" + hex(it.getKey()) + "\"," + tally(it.getValue()) + "}")
        .collect(Collectors.joining(",", "\"buckets\":[", "]"));
  }

  private static String hex(int bucket) {
    return String.format(Locale.ROOT, "%02x", bucket);
  }

  private static String listing(NumberSet listed, String in) {
    return listed.numbers().stream()
        .map(it -> "{\"id\":\"" + it.id() + "\",\"version\":" + it.version() + "}")
        .collect(Collectors.joining(",", "\"in\":[" + in + "],\"numbers\":[", "]"));
  }

  private static String everywhere() {
    return java.util.stream.IntStream.range(0, 256)
        .mapToObj(it -> "\"" + hex(it) + "\"")
        .collect(Collectors.joining(","));
  }

  @Test
  void what_is_all_here_is_told_by_its_digest_alone() {
    JsonNode answer = ask(tally(NumberSet.of(filed()).tally())).json(200);
    assertThat(answer.required("same").asBoolean()).isTrue();
    assertThat(answer.required("count").asLong()).isEqualTo(FILED);
  }

  @Test
  void a_day_is_one_of_china_s() {
    String day = "\"day\":\"" + ChinaTime.dayOf(began) + "\",";
    JsonNode answer =
        hub.as(hub.alpha.caller())
            .post(PATH, "{\"source\":\"alpha-front\"," + day + tally(Tally.NOTHING) + "}")
            .json(200);
    assertThat(Instant.parse(answer.required("from").asString()))
        .isEqualTo(ChinaTime.startOf(ChinaTime.dayOf(began)));
    assertThat(answer.required("same").asBoolean()).isFalse();
  }

  @Test
  void only_the_buckets_that_differ_are_asked_for() {
    List<SentNumber> fewer = filed().subList(1, FILED);
    JsonNode answer = ask(buckets(NumberSet.of(fewer))).json(200);
    assertThat(answer.required("differing").valueStream().map(JsonNode::asString))
        .containsExactly(hex(NumberSet.bucket("lic-1-1")));
    assertThat(ask(buckets(NumberSet.of(filed()))).json(200).required("same").asBoolean()).isTrue();
  }

  @Test
  void every_kind_of_difference_is_named() {
    NumberSet listed =
        NumberSet.of(
            List.of(
                number(2, 1),
                number(3, 1),
                number(4, 1),
                number(5, 7),
                number(6, 1),
                number(9, 1),
                number(77, 1)));
    JsonNode answer = ask(listing(listed, everywhere())).json(200);
    assertThat(answer.required("same").asBoolean()).isFalse();
    assertThat(answer.required("missing")).hasToString("[{\"id\":\"lic-77-1\",\"version\":1}]");
    assertThat(answer.required("quarantined"))
        .hasToString("[{\"id\":\"lic-9-1\",\"version\":1,\"number\":" + aside + "}]");
    assertThat(answer.required("otherVersions"))
        .hasToString("[{\"id\":\"lic-5-1\",\"version\":7,\"here\":1}]");
    assertThat(answer.required("unlisted")).hasToString("[\"lic-1-1\"]");
    assertThat(answer.required("otherTime").isEmpty()).isTrue();
  }

  @Test
  void what_came_at_another_time_is_here_all_the_same() {
    String bucket = hex(NumberSet.bucket("lic-1-1"));
    JsonNode answer =
        hub.as(hub.alpha.caller())
            .post(
                PATH,
                "{\"source\":\"alpha-front\",\"day\":\"2020-01-01\","
                    + listing(NumberSet.of(List.of(number(1, 1))), "\"" + bucket + "\"")
                    + "}")
            .json(200);
    assertThat(answer.required("same").asBoolean()).isTrue();
    assertThat(answer.at("/otherTime/0/id").asString()).isEqualTo("lic-1-1");
  }

  @Test
  void a_department_reconciles_its_own_sources_alone() {
    String body = "{\"source\":\"alpha-front\"," + time() + "," + tally(Tally.NOTHING) + "}";
    assertThat(hub.as(hub.beta.caller()).post(PATH, body).problem()).isEqualTo("source-not-yours");
    for (Role role : List.of(Role.APPROVER, Role.OPERATOR, Role.PEER)) {
      assertThat(hub.as(role).post(PATH, body).problem())
          .as(role.wire())
          .isEqualTo("caller-not-allowed");
    }
  }

  @Test
  void what_cannot_be_understood_is_refused() {
    String whole = tally(Tally.NOTHING);
    String number = "{\"id\":\"lic-1-1\",\"version\":1}";
    for (String wrong :
        List.of(
            "\"count\":1",
            "\"count\":-1,\"digest\":\"" + Tally.NOTHING.digest() + "\"",
            "\"buckets\":7",
            "\"buckets\":[{\"bucket\":\"XY\"," + whole + "}]",
            "\"in\":[\"zz\"],\"numbers\":[]",
            "\"in\":[],\"numbers\":[" + number + "]",
            whole + ",\"buckets\":[]",
            whole + ",\"day\":\"2026-03-02\"",
            whole + ",\"more\":1",
            "\"source\":\"\"")) {
      assertThat(ask(wrong).problem()).as(wrong).isEqualTo("request-malformed");
    }
    for (String time :
        List.of(
            "\"day\":\"yesterday\"",
            "\"from\":\"2026-03-02T00:00:00Z\"",
            "\"from\":\"2026-03-02T00:00:00Z\",\"until\":\"2026-03-02T00:00:00Z\"",
            "\"from\":\"2026-03-02T00:00:00Z\",\"until\":\"2026-05-02T00:00:00Z\"")) {
      String body = "{\"source\":\"alpha-front\"," + time + "," + whole + "}";
      assertThat(hub.as(hub.alpha.caller()).post(PATH, body).problem())
          .as(time)
          .isEqualTo("request-malformed");
    }
  }
}
