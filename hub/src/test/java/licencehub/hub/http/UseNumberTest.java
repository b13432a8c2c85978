package licencehub.hub.http;

import static licencehub.hub.http.UseQuestions.BY_FUNCTION;
import static licencehub.hub.http.UseQuestions.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.sharing.ChinaTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Asking again with a number of one's own uses nothing up. */
class UseNumberTest {
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1), Documents.licence(hub.alpha, 2, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_same_request_gets_the_same_codes_even_when_the_quota_is_used_up() {
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    String body = body("NUMBER-1", "n-1", 1, 2, 404);
    JsonNode first = few.client().post(PATH, body).json(200);
    for (int i = 0; i < Guides.QUOTA - 2; i++) {
      few.code("NUMBER-1", 1);
    }
    assertThat(few.first("NUMBER-1", BY_FUNCTION, 1).at("/denial/code").asString())
        .isEqualTo("quota.day");
    assertThat(few.client().post(PATH, body).json(200)).isEqualTo(first);
    assertThat(few.client().post(PATH, "  " + body).json(200)).isEqualTo(first);
    assertThat(hub.library.uses().tally("few-food", ChinaTime.dayOf(Instant.now())).inAll())
        .isEqualTo(Guides.QUOTA);
  }

  @Test
  void another_request_of_the_same_number_is_refused_and_uses_nothing() {
    EdgeClient window = new UseQuestions(hub, Guides.WINDOW).client();
    window.post(PATH, body("NUMBER-2", "n-2", 1)).json(200);
    long head = hub.library.outbox().head();
    for (String other : List.of(body("NUMBER-3", "n-2", 1), body("NUMBER-2", "n-2", 2))) {
      EdgeClient.Reply reply = window.post(PATH, other);
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.problem()).isEqualTo("number-used");
    }
    assertThat(hub.library.outbox().head()).isEqualTo(head);
  }

  @Test
  void the_number_is_the_caller_s_own() {
    String body = body("NUMBER-4", "n-4", 1);
    String mine = code(hub.as(new Caller("one", Role.APPROVER, Guides.WINDOW)), body);
    String others = code(hub.as(new Caller("two", Role.APPROVER, Guides.WINDOW)), body);
    assertThat(mine).isNotEqualTo(others);
  }

  @Test
  void many_repeats_at_once_get_one_code() throws Exception {
    EdgeClient window = new UseQuestions(hub, Guides.WINDOW).client();
    String body = body("NUMBER-5", "n-5", 1, 2);
    List<String> codes = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<String>> answers =
          IntStream.range(0, 16).mapToObj(i -> callers.submit(() -> code(window, body))).toList();
      for (Future<String> it : answers) {
        codes.add(it.get());
      }
    }
    assertThat(codes).hasSize(16).containsOnly(codes.getFirst());
  }

  @Test
  void what_should_be_yes_or_no_and_is_not_is_named() {
    EdgeClient window = new UseQuestions(hub, Guides.WINDOW).client();
    for (String copy : List.of("\"true\"", "1", "null", "{}")) {
      EdgeClient.Reply reply =
          window.post(
              PATH,
              body("NUMBER-6", "n-6", 1).replace("\"basis\"", "\"copy\":" + copy + ",\"basis\""));
      assertThat(reply.problem()).as(copy).isEqualTo("request-malformed");
      assertThat(reply.text()).contains("copy");
    }
    EdgeClient.Reply history =
        window.post(
            "/api/v1/licences/search",
            "{\"reason\":%s,\"number\":\"x\",\"history\":\"yes\"}"
                .formatted(UseQuestions.reason("NUMBER-6")));
    assertThat(history.problem()).isEqualTo("request-malformed");
    assertThat(history.text()).contains("history");
  }

  @Test
  void a_number_too_long_is_refused() {
    EdgeClient window = new UseQuestions(hub, Guides.WINDOW).client();
    assertThat(window.post(PATH, body("NUMBER-7", "x".repeat(101), 1)).problem())
        .isEqualTo("request-malformed");
  }

  private static String code(EdgeClient client, String body) {
    return client.post(PATH, body).json(200).at("/uses/0/useCode").asString();
  }

  private static String body(String caseNumber, String number, int... serials) {
    List<String> licences =
        IntStream.of(serials)
            .mapToObj(it -> Documents.identifier(hub.alpha, it).toString())
            .toList();
    return UseQuestions.body(caseNumber, BY_FUNCTION, licences)
        .replace("\"basis\"", "\"number\":\"" + number + "\",\"basis\"");
  }
}
