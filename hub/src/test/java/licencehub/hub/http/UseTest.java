package licencehub.hub.http;

import static licencehub.hub.http.UseQuestions.BY_FUNCTION;
import static licencehub.hub.http.UseQuestions.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import licencehub.hub.access.Role;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ReceiptVerifier;
import licencehub.ledger.TlogProof;
import licencehub.library.HistoryEntry;
import licencehub.model.Digest;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.UseCode;
import licencehub.model.event.EventType;
import licencehub.model.ledger.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UseTest {
  private static final String CASE = "USE-1";
  private static final CitizenNumber OTHER = CitizenNumber.complete("44030019900307002");
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static UseQuestions window;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    window = new UseQuestions(hub, Guides.WINDOW);
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        Documents.licence(hub.alpha, 2, 1),
        Documents.licence(hub.alpha, 8, 1),
        Documents.applied(hub.alpha, "OTHER-ITEM"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_use_shows_the_granted_fields_masked_and_on_demand_in_clear() {
    String code = window.code(CASE, 1);
    JsonNode masked = window.find(code, CASE).json(200);
    assertThat(masked.required("usable").asBoolean()).isTrue();
    assertThat(masked.required("masked").asBoolean()).isTrue();
    assertThat(masked.required("face").propertyNames())
        .containsExactlyInAnyOrder("证照编号", "持证主体", "持证主体代码");
    assertThat(masked.toString()).doesNotContain(Documents.PERSON, Documents.CITIZEN.text());
    JsonNode clear = window.reveal(code, CASE).json(200);
    assertThat(clear.required("masked").asBoolean()).isFalse();
    assertThat(clear.at("/face/持证主体").asString()).isEqualTo(Documents.PERSON);
    assertThat(clear.at("/face/持证主体代码").asString()).isEqualTo(Documents.CITIZEN.text());
    assertThat(clear.required("face").has("负责人")).isFalse();
  }

  @Test
  void each_step_stands_in_the_access_log_by_itself() {
    String code = window.code(CASE, 2);
    window.find(code, CASE);
    window.reveal(code, CASE);
    window.ask(CASE, BY_FUNCTION, 404);
    JsonNode log = hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=100").json(200);
    List<String> lines =
        log.required("accesses")
            .valueStream()
            .map(
                it ->
                    it.required("action").asString()
                        + " "
                        + it.required("subject").asString()
                        + " "
                        + it.required("result").asString())
            .toList();
    String licence = Documents.identifier(hub.alpha, 2).toString();
    assertThat(lines)
        .contains(
            "uses.authorise " + licence + " found",
            "uses.find " + licence + " found",
            "uses.reveal " + licence + " found",
            "uses.reveal " + code + " found",
            "uses.authorise " + Documents.identifier(hub.alpha, 404) + " refused");
  }

  @Test
  void a_use_is_proved_by_a_receipt_of_the_ledger() {
    JsonNode use = window.first(CASE, BY_FUNCTION, 1);
    JsonNode receipt = use.required("receipt");
    byte[] entry = Base64.getDecoder().decode(receipt.required("entry").asString());
    TlogProof proof =
        new TlogProof(
            entry,
            receipt.required("index").asLong(),
            receipt
                .required("path")
                .valueStream()
                .map(it -> Digest.wrap(Base64.getDecoder().decode(it.asString())))
                .toList(),
            receipt.at("/checkpoint/note").asString());
    assertThat(new ReceiptVerifier(hub.ledgerKey).verify(proof))
        .isInstanceOf(ProofResult.Proven.class);
    HistoryEntry event =
        hub.library.uses().find(new UseCode(use.required("useCode").asString())).orElseThrow();
    assertThat(LedgerEntry.parse(entry).type()).isEqualTo(EventType.USE_AUTHORISED);
    assertThat(LedgerEntry.parse(entry).document()).isEqualTo(Digest.of(event.document()));
    assertThat(new String(event.document(), StandardCharsets.UTF_8))
        .doesNotContain(Documents.PERSON, Documents.CITIZEN.text());
  }

  @Test
  void without_a_grant_nothing_is_learnt_about_a_licence() {
    UseQuestions stranger = new UseQuestions(hub, hub.beta.organisation().code());
    assertThat(decision(stranger, 1)).isEqualTo(decision(stranger, 404));
    assertThat(decision(stranger, 1).at("/denial/code").asString()).isEqualTo("grant.none");
    String otherItem =
        UseQuestions.body(CASE, BY_FUNCTION, List.of(Documents.identifier(hub.alpha, 1).toString()))
            .replace(Guides.ITEM.text(), "000117009000");
    assertThat(window.client().post(PATH, otherItem).json(200).at("/uses/0/denial/code").asString())
        .isEqualTo("grant.item");
    JsonNode unknown = window.first(CASE, BY_FUNCTION, 404).required("denial");
    assertThat(unknown.required("code").asString()).isEqualTo("licence.unknown");
    assertThat(unknown.at("/remedy/zh").asString()).isNotBlank();
  }

  @Test
  void guessing_who_holds_a_licence_is_bounded() {
    String from = Instant.now().minusSeconds(60).toString();
    String until = Instant.now().plusSeconds(60).toString();
    String wrong = UseQuestions.consent(OTHER, from, until);
    for (int i = 0; i < RunningEdge.WRONG_COMPARISONS; i++) {
      window.first(CASE, BY_FUNCTION, 8).required("useCode");
      assertThat(window.first(CASE, wrong, 8).at("/denial/code").asString())
          .isEqualTo("consent.not-by-holder");
    }
    String right = UseQuestions.consent(Documents.CITIZEN, from, until);
    EdgeClient.Reply refused = window.ask(CASE, right, 8);
    assertThat(refused.problem()).isEqualTo("comparisons-exhausted");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);
    window.first(CASE, BY_FUNCTION, 8).required("useCode");
  }

  @Test
  void the_holder_s_consent_counts_and_ends_the_use() {
    String from = Instant.now().minusSeconds(60).toString();
    Instant until = Instant.now().plusSeconds(2);
    String wrong = UseQuestions.consent(OTHER, from, until.toString());
    assertThat(window.first(CASE, wrong, 1).at("/denial/code").asString())
        .isEqualTo("consent.not-by-holder");
    String right = UseQuestions.consent(Documents.CITIZEN, from, until.toString());
    JsonNode use = window.first(CASE, right, 1);
    assertThat(Instant.parse(use.required("expires").asString())).isEqualTo(until);
    String code = use.required("useCode").asString();
    await()
        .until(
            () ->
                window
                    .find(code, CASE)
                    .json(200)
                    .at("/objection/code")
                    .asString("")
                    .equals("use.expired"));
    assertThat(window.reveal(code, CASE).problem()).isEqualTo("use-refused");
  }

  @Test
  void a_code_counts_for_its_own_case_and_organisation_alone() {
    String code = window.code(CASE, 1);
    EdgeClient.Reply otherCase = window.reveal(code, "USE-2");
    assertThat(otherCase.problem()).isEqualTo("use-refused");
    assertThat(otherCase.text()).contains("use.other-case").doesNotContain("1.2.156");
    assertThat(window.find(code, "USE-2").problem()).isEqualTo("use-refused");
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    assertThat(few.find(code, CASE).problem()).isEqualTo("not-found");
    assertThat(few.reveal(code, CASE).problem()).isEqualTo("not-found");
    assertThat(window.find("7K2QND0XT4HW9PB3KEYL", CASE).problem()).isEqualTo("not-found");
  }

  @Test
  void a_licence_revoked_since_is_shown_no_more() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 3, 1));
    String code = window.code(CASE, 3);
    hub.submit(hub.alpha, Documents.revoked(hub.alpha, 3, 2, LocalDate.of(2026, 3, 3)));
    JsonNode found = window.find(code, CASE).json(200);
    assertThat(found.required("usable").asBoolean()).isFalse();
    assertThat(found.at("/objection/code").asString()).isEqualTo("licence.revoked");
    assertThat(found.has("face")).isFalse();
    EdgeClient.Reply revealed = window.reveal(code, CASE);
    assertThat(revealed.problem()).isEqualTo("use-refused");
    assertThat(revealed.text()).contains("licence.revoked").doesNotContain(Documents.PERSON);
    assertThat(window.first(CASE, BY_FUNCTION, 3).at("/denial/code").asString())
        .isEqualTo("licence.revoked");
  }

  @Test
  void a_case_of_another_item_uses_nothing() {
    assertThat(window.first("OTHER-ITEM", BY_FUNCTION, 1).at("/denial/code").asString())
        .isEqualTo("case.other-item");
  }

  @Test
  void by_function_only_licences_of_the_case_s_parties_are_used_and_none_when_it_is_over() {
    hub.submit(
        hub.alpha,
        ofItem(Documents.applied(hub.alpha, "PARTIES")),
        text(Documents.licence(hub.alpha, 4, 1), Documents.CITIZEN.text(), OTHER.text()));
    assertThat(window.first("PARTIES", BY_FUNCTION, 1).required("decision").asString())
        .isEqualTo("authorised");
    assertThat(window.first("PARTIES", BY_FUNCTION, 4).at("/denial/code").asString())
        .isEqualTo("case.other-holder");
    hub.submit(hub.alpha, Documents.completed(hub.alpha, "PARTIES"));
    assertThat(window.first("PARTIES", BY_FUNCTION, 1).at("/denial/code").asString())
        .isEqualTo("case.closed");
  }

  private static byte[] ofItem(byte[] application) {
    return text(application, "11370800MB285591843370117002011", Guides.ITEM.text());
  }

  private static byte[] text(byte[] document, String from, String to) {
    return new String(document, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void many_callers_at_once_never_exceed_a_quota() throws Exception {
    UseQuestions few = new UseQuestions(hub, Guides.FEW);
    List<String> decisions = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
      List<Future<JsonNode>> answers =
          IntStream.range(0, 24)
              .mapToObj(i -> callers.submit(() -> few.first("Q-" + i, BY_FUNCTION, 1)))
              .toList();
      for (Future<JsonNode> it : answers) {
        JsonNode answer = it.get();
        decisions.add(answer.at("/denial/code").asString(answer.path("decision").asString("")));
      }
    }
    assertThat(decisions).filteredOn("authorised"::equals).hasSize(Guides.QUOTA);
    assertThat(decisions).containsOnly("authorised", "quota.day");
  }

  @Test
  void several_licences_are_answered_each_in_order() {
    JsonNode uses = window.ask(CASE, BY_FUNCTION, 2, 404, 1).json(200).required("uses");
    assertThat(uses.valueStream().map(it -> it.required("decision").asString()))
        .containsExactly("authorised", "denied", "authorised");
    assertThat(uses.at("/0/licence").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 2).toString());
  }

  @Test
  void an_approver_of_no_organisation_and_a_question_half_asked_are_refused_by_name() {
    List<String> one = List.of(Documents.identifier(hub.alpha, 1).toString());
    String sound = UseQuestions.body(CASE, BY_FUNCTION, one);
    assertThat(hub.as(Role.APPROVER).post(PATH, sound).problem()).isEqualTo("organisation-missing");
    for (String flawed :
        List.of(
            UseQuestions.body(CASE, BY_FUNCTION, List.of()),
            UseQuestions.body(CASE, "{\"kind\":\"because\"}", one),
            UseQuestions.body(CASE, "{\"kind\":\"holder-consent\"}", one),
            UseQuestions.body(CASE, "{\"kind\":\"by-function\",\"x\":1}", one),
            UseQuestions.body(CASE, BY_FUNCTION, List.of("1.2.156.9")),
            sound.replace("\"basis\"", "\"fields\":[1],\"basis\""))) {
      assertThat(window.client().post(PATH, flawed).problem())
          .as(flawed)
          .isEqualTo("request-malformed");
    }
    assertThat(window.client().post(PATH, sound.replace("\"tester\"", "\"\"")).problem())
        .isEqualTo("reason-missing");
    assertThat(window.client().get(PATH + "/7K2QND0XT4HW9PB3KEYL").problem())
        .isEqualTo("reason-missing");
  }

  private static JsonNode decision(UseQuestions who, int serial) {
    ObjectNode answer = (ObjectNode) who.first(CASE, BY_FUNCTION, serial);
    answer.remove("licence");
    return answer;
  }
}
