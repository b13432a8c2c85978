package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.Access;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Claims held against licences over HTTP, without a file. */
class ComparisonTest {
  private static final String PATH = "/api/v1/verifications";
  private static final String CASE = "COMPARE-1";
  private static final String RIGHT = "{\"证照编号\":\"JY%012d\",\"CZZT\":\"欧阳示例\"}";
  private static final String WRONG = "{\"持证主体\":\"张三\"}";
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    for (int serial = 1; serial <= 12; serial++) {
      hub.submit(hub.alpha, Documents.licence(hub.alpha, serial, 1));
    }
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void each_field_is_equal_different_or_absent_and_no_value_is_told() {
    EdgeClient.Reply reply =
        ask(
            1,
            "{\"证照编号\":\"jy 000000000001\",\"持证主体代码\":\"%s\",\"证照颁发日期\":\"2026年3月2日\",\"经营范围\":\"x\"}"
                .formatted(Documents.CITIZEN.text()));
    JsonNode answer = reply.json(200);
    assertThat(matches(answer))
        .containsExactlyInAnyOrder("证照编号 equal", "持证主体代码 equal", "证照颁发日期 equal", "经营范围 absent");
    assertThat(answer.at("/standing/code").asString()).isEqualTo("in-force");
    assertThat(answer.at("/result/code").asInt()).isEqualTo(4);
    EdgeClient.Reply wrong = ask(1, WRONG);
    assertThat(matches(wrong.json(200))).containsExactly("持证主体 different");
    assertThat(wrong.json(200).at("/result/code").asInt()).isEqualTo(7);
    assertThat(reply.text() + wrong.text())
        .doesNotContain(
            Documents.PERSON, Documents.CITIZEN.text(), "JY000000000001", "张三", "2026-03-02");
  }

  @Test
  void any_standing_is_told() {
    hub.submit(hub.alpha, Documents.revoked(hub.alpha, 2, 2, LocalDate.of(2026, 3, 3)));
    JsonNode answer = ask(2, RIGHT.formatted(2)).json(200);
    assertThat(answer.at("/standing/code").asString()).isEqualTo("revoked");
    assertThat(answer.at("/result/code").asInt()).isEqualTo(3);
  }

  @Test
  void without_a_grant_nothing_is_learnt() {
    CreditCode stranger = hub.beta.organisation().code();
    JsonNode known = ask(stranger, 1, WRONG, "").json(200);
    assertThat(known.at("/denial/code").asString()).isEqualTo("grant.none");
    assertThat(known.has("standing")).isFalse();
    assertThat(ask(stranger, 404, WRONG, "").json(200).required("denial"))
        .isEqualTo(known.required("denial"));
    assertThat(ask(404, WRONG).json(200).at("/denial/code").asString())
        .isEqualTo("licence.unknown");
  }

  @Test
  void wrong_guesses_are_bounded_and_right_ones_are_not() {
    IntStream.range(0, RunningEdge.WRONG_COMPARISONS + 2)
        .forEach(i -> ask(3, RIGHT.formatted(3)).json(200));
    IntStream.range(0, RunningEdge.WRONG_COMPARISONS).forEach(i -> ask(3, WRONG).json(200));
    EdgeClient.Reply refused = ask(3, RIGHT.formatted(3));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("comparisons-exhausted");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
    assertThat(ask(Guides.FEW, 3, RIGHT.formatted(3), "").status()).isEqualTo(200);
    assertThat(ask(1, RIGHT.formatted(1)).status()).isEqualTo(200);
  }

  @Test
  void many_guesses_at_once_are_bounded_too() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 24)
              .mapToObj(i -> callers.submit(() -> ask(4, WRONG).status()))
              .toList();
      for (Future<Integer> it : answers) {
        statuses.add(it.get());
      }
    }
    assertThat(statuses).filteredOn(it -> it == 200).hasSize(RunningEdge.WRONG_COMPARISONS);
    assertThat(statuses).containsOnly(200, 429);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12})
  void guesses_over_both_interfaces_at_once_count_together(int serial) throws Exception {
    OldClient old = ShareTest.client(hub, "old-client", Guides.WINDOW);
    Map<String, String> wrong = Map.of("证照编号", "JY%012d".formatted(serial), "持证主体", "张三");
    List<Boolean> served = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
      List<Future<Boolean>> answers =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      callers.submit(
                          () ->
                              i % 2 == 0
                                  ? ask(serial, WRONG).status() == 200
                                  : old.verifyCertInfo(Documents.TYPE.text(), wrong, "x").status()
                                      == 0))
              .toList();
      for (Future<Boolean> it : answers) {
        served.add(it.get());
      }
    }
    assertThat(served).filteredOn(it -> it).hasSize(RunningEdge.WRONG_COMPARISONS);
  }

  @Test
  void a_consent_of_somebody_else_is_a_guess_as_well() {
    String basis =
        ",\"basis\":"
            + UseQuestions.consent(
                CitizenNumber.complete("44030019900307002"),
                Instant.now().minusSeconds(60).toString(),
                Instant.now().plusSeconds(60).toString());
    for (int i = 0; i < RunningEdge.WRONG_COMPARISONS; i++) {
      assertThat(ask(Guides.WINDOW, 5, WRONG, basis).json(200).at("/denial/code").asString())
          .isEqualTo("consent.not-by-holder");
    }
    assertThat(ask(Guides.WINDOW, 5, WRONG, basis).problem()).isEqualTo("comparisons-exhausted");
  }

  @Test
  void each_is_in_the_access_log_with_its_organisation() {
    ask(6, WRONG).json(200);
    ask(6, RIGHT.formatted(6)).json(200);
    String subject = Documents.identifier(hub.alpha, 6).toString();
    List<Access> log = hub.library.accesses().list(subject, Long.MAX_VALUE, 10);
    assertThat(log).extracting(Access::result).containsExactly("found", Access.DIFFERENT);
    assertThat(log).extracting(Access::action).containsOnly("verifications.compare");
    assertThat(log).extracting(Access::organisation).containsOnly(Guides.WINDOW);
  }

  @Test
  void what_is_half_asked_is_refused_by_name() {
    for (String fields :
        List.of(
            "{}",
            "[]",
            "{\"证照编号\":1}",
            "{\"持证主体\":\"张三\",\"CZZT\":\"李四\"}",
            "{\"证照编号\":\"" + "9".repeat(1001) + "\"}")) {
      EdgeClient.Reply reply = ask(1, fields);
      assertThat(reply.problem()).as(fields).isEqualTo("request-malformed");
      assertThat(reply.text()).contains("fields").doesNotContain("张三", "李四");
    }
    String sound = body(1, WRONG, "");
    assertThat(window().post(PATH, sound.replace("\"tester\"", "\"\"")).problem())
        .isEqualTo("reason-missing");
    assertThat(hub.as(Role.APPROVER).post(PATH, sound).problem()).isEqualTo("organisation-missing");
    assertThat(hub.client().post(PATH, sound).problem()).isEqualTo("media-type-unknown");
    assertThat(hub.as(Role.AUDITOR).post(PATH, sound).problem()).isEqualTo("media-type-unknown");
  }

  private static List<String> matches(JsonNode answer) {
    return answer
        .required("fields")
        .valueStream()
        .map(it -> it.required("name").asString() + " " + it.required("match").asString())
        .toList();
  }

  private static EdgeClient window() {
    return client(Guides.WINDOW);
  }

  private static EdgeClient client(CreditCode organisation) {
    return hub.as(new Caller("window", Role.APPROVER, organisation));
  }

  private static EdgeClient.Reply ask(int serial, String fields) {
    return ask(Guides.WINDOW, serial, fields, "");
  }

  private static EdgeClient.Reply ask(
      CreditCode organisation, int serial, String fields, String more) {
    return client(organisation).post(PATH, body(serial, fields, more));
  }

  private static String body(int serial, String fields, String more) {
    return "{\"reason\":"
        + UseQuestions.reason(CASE)
        + ",\"identifier\":\""
        + Documents.identifier(hub.alpha, serial)
        + "\",\"fields\":"
        + fields
        + more
        + "}";
  }
}
