package licencehub.hub.http;

import static licencehub.hub.http.FollowUpQuestions.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import licencehub.hub.access.Role;
import licencehub.model.code.CitizenNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A changed item, tried on past cases. */
class RuleTrialTest {
  private static final String PATH = "/api/v1/exemptions/tries";
  private static final CitizenNumber OTHER = CitizenNumber.complete("44030019900307005");
  private static final String ITEM_SENT = "11370800MB285591843370117002011";
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    hub.submit(
        hub.alpha,
        application("WITH-LICENCE", Documents.CITIZEN.text()),
        application("WITHOUT", OTHER.text()),
        Documents.applied(hub.alpha, "OTHER-ITEM"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void what_a_change_would_have_exempted_and_what_no_longer_is_told_with_case_numbers() {
    long head = hub.library.outbox().head();
    JsonNode answer = attempt(document("F01", "") + "," + document("F09", accepts()));
    assertThat(answer.required("cases").asLong()).isEqualTo(2);
    assertThat(answer.required("next").asLong()).isEqualTo(head);
    JsonNode lost = find(answer, "F01");
    assertThat(texts(lost.required("noLongerExempt"))).containsExactly("WITH-LICENCE");
    assertThat(lost.at("/moves/exempt > submit").asLong()).isEqualTo(1);
    assertThat(lost.at("/moves/submit > submit").asLong()).isEqualTo(1);
    JsonNode gained = find(answer, "F09");
    assertThat(texts(gained.required("exempt"))).containsExactly("WITH-LICENCE");
    assertThat(gained.at("/moves/not-asked > submit").asLong()).isEqualTo(1);
    assertThat(answer.toString()).doesNotContain(Documents.CITIZEN.text(), Documents.PERSON);
    assertThat(hub.library.outbox().head()).isEqualTo(head);
    assertThat(hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=100").text())
        .contains("exemptions.try");
  }

  @Test
  void it_goes_on_where_it_stopped_and_ends_at_the_head() {
    long head = hub.library.outbox().head();
    String body = "{\"after\":" + head + ",\"item\":" + item(document("F01", "")) + "}";
    JsonNode answer = hub.as(Role.OPERATOR).post(PATH, body).json(200);
    assertThat(answer.required("cases").asLong()).isZero();
    assertThat(answer.required("next").asLong()).isEqualTo(head);
  }

  @Test
  void what_is_no_item_is_refused_by_name() {
    for (String item : List.of("1", "{}", item(document("F01", "").replace("required", "maybe")))) {
      EdgeClient.Reply reply = hub.as(Role.OPERATOR).post(PATH, "{\"item\":" + item + "}");
      assertThat(reply.problem()).as(item).isEqualTo("request-malformed");
    }
  }

  private static byte[] application(String number, String citizen) {
    byte[] document = with(Documents.applied(hub.alpha, number), ITEM_SENT, Guides.ITEM.text());
    return citizen.equals(Documents.CITIZEN.text())
        ? document
        : with(document, Documents.CITIZEN.text(), citizen);
  }

  private static JsonNode attempt(String documents) {
    return hub.as(Role.OPERATOR).post(PATH, "{\"item\":" + item(documents) + "}").json(200);
  }

  private static String item(String documents) {
    return """
    {"code":"%s","version":2,"name":{"zh":"食品","en":"Food"},"origin":"demo","documents":[%s]}"""
        .formatted(Guides.ITEM, documents);
  }

  private static String document(String code, String accepts) {
    return """
    {"code":"%s","name":{"zh":"材料","en":"document"},"necessity":"required",
     "forms":["paper"%s]%s}"""
        .formatted(code, accepts.isEmpty() ? "" : ",\"licence\"", accepts);
  }

  private static String accepts() {
    return ",\"accepts\":[{\"types\":[\"" + Documents.TYPE + "\"]}]";
  }

  private static JsonNode find(JsonNode answer, String document) {
    return answer
        .required("documents")
        .valueStream()
        .filter(it -> it.required("document").asString().equals(document))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
