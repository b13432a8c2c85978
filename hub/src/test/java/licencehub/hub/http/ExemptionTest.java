package licencehub.hub.http;

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

class ExemptionTest {
  private static final String PATH = "/api/v1/exemptions";
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_licence_the_applicant_holds_spares_its_document_and_no_other() {
    JsonNode answer = ask(question(Documents.CITIZEN.text(), "")).json(200);
    assertThat(answer.at("/item/code").asString()).isEqualTo(Guides.ITEM.text());
    assertThat(decisions(answer)).containsExactly("exempt", "submit", "submit");
    assertThat(answer.at("/documents/0/licence/identifier").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 1).toString());
    assertThat(answer.at("/documents/1/objections/0/code").asString()).isEqualTo("party.unknown");
    assertThat(answer.at("/documents/2/objections/0/code").asString())
        .isEqualTo("document.not-by-licence");
  }

  @Test
  void the_representative_s_licence_counts_where_the_item_asks_for_it() {
    String both =
        ",\"legal-representative\":{\"codeType\":\"111\",\"code\":\""
            + Documents.CITIZEN.text()
            + "\"}";
    String other = CitizenNumber.complete("44030019900307002").text();
    assertThat(decisions(ask(question(other, both)).json(200)))
        .containsExactly("submit", "exempt", "submit");
  }

  @Test
  void it_is_in_the_access_log_before_the_answer_with_the_person_masked() {
    ask(question(Documents.CITIZEN.text(), "")).json(200);
    JsonNode newest = hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=10").json(200);
    List<String> subjects =
        newest
            .required("accesses")
            .valueStream()
            .filter(it -> it.required("action").asString().equals("exemptions.decide"))
            .map(it -> it.required("subject").asString())
            .toList();
    assertThat(subjects).contains(Documents.identifier(hub.alpha, 1).toString());
    assertThat(subjects).noneMatch(it -> it.contains(Documents.CITIZEN.text()));
  }

  @Test
  void an_unknown_item_a_missing_applicant_and_a_missing_reason_are_refused_by_name() {
    String known = question(Documents.CITIZEN.text(), "");
    String unknown = known.replace(Guides.ITEM.text(), "000117009000");
    assertThat(ask(unknown).problem()).isEqualTo("item-unknown");
    assertThat(ask(known.replace("applicant", "agent")).problem()).isEqualTo("request-malformed");
    assertThat(ask("{\"parties\":{}}").problem()).isEqualTo("reason-missing");
  }

  @Test
  void an_exempt_document_comes_with_a_use_code_when_that_is_asked() {
    String question =
        question(Documents.CITIZEN.text(), "")
            .replaceFirst("}$", ",\"use\":{\"basis\":{\"kind\":\"by-function\"}}}");
    UseQuestions window = new UseQuestions(hub, Guides.WINDOW);
    JsonNode answer = window.client().post(PATH, question).json(200);
    assertThat(decisions(answer)).containsExactly("exempt", "submit", "submit");
    String code = answer.at("/documents/0/use/useCode").asString();
    assertThat(window.reveal(code, "test-1").json(200).at("/face/持证主体").asString())
        .isEqualTo(Documents.PERSON);
    assertThat(answer.at("/documents/1").has("use")).isFalse();
    JsonNode denied =
        new UseQuestions(hub, hub.beta.organisation().code())
            .client()
            .post(PATH, question)
            .json(200)
            .at("/documents/0");
    assertThat(denied.required("decision").asString()).isEqualTo("exempt");
    assertThat(denied.at("/use/denial/code").asString()).isEqualTo("grant.none");
    assertThat(ask(question).problem()).isEqualTo("organisation-missing");
    assertThat(ask(question.replace("\"kind\":\"by-function\"", "")).problem())
        .isEqualTo("request-malformed");
  }

  private static EdgeClient.Reply ask(String question) {
    return hub.as(Role.APPROVER).post(PATH, question);
  }

  private static List<String> decisions(JsonNode answer) {
    return answer
        .required("documents")
        .valueStream()
        .map(it -> it.required("decision").asString())
        .toList();
  }

  private static String question(String citizen, String more) {
    return "{\"reason\":{\"item\":\""
        + Guides.ITEM.text()
        + "\",\"caseNumber\":\"test-1\",\"purpose\":\"test\",\"operator\":\"tester\"},"
        + "\"parties\":{\"applicant\":{\"codeType\":\"111\",\"code\":\""
        + citizen
        + "\"}"
        + more
        + "}}";
  }
}
