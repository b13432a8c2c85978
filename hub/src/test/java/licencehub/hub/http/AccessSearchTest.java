package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.Access;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.UseCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who used whose licences, for the holder's agent and for auditors. */
class AccessSearchTest {
  private static final String PATH = "/api/v1/accesses/search";
  private static final CitizenNumber OTHER = CitizenNumber.complete("44030019900307002");
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static String code = "";

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        Documents.licence(hub.alpha, 2, 1),
        ShareTest.held(Documents.licence(hub.alpha, 3, 1), OTHER, "2031-03-01"));
    UseQuestions window = new UseQuestions(hub, Guides.WINDOW);
    code = window.code("HISTORY-1", 1);
    window.reveal(code, "HISTORY-1").json(200);
    window.code("HISTORY-2", 2);
    window.code("HISTORY-3", 3);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_agent_sees_who_used_the_holder_s_licences_when_and_why() {
    JsonNode page = ask(agent(Documents.CITIZEN), Documents.CITIZEN, "").json(200);
    JsonNode reveal = find(page, "uses.reveal");
    assertThat(reveal.required("licence").asString()).isEqualTo(identifier(1));
    assertThat(reveal.required("organisation").asString()).isEqualTo(Guides.WINDOW.text());
    assertThat(reveal.required("operator").asString()).isEqualTo("t***");
    assertThat(reveal.required("item").asString()).isEqualTo(Guides.ITEM.text());
    assertThat(reveal.required("caseNumber").asString()).isEqualTo("HISTORY-1");
    assertThat(reveal.required("purpose").asString()).isEqualTo("test");
    assertThat(reveal.at("/use/useCode").asString()).isEqualTo(code);
    assertThat(reveal.at("/use/basis").asString()).isEqualTo("by-function");
    assertThat(reveal.at("/use/recalled").asBoolean(true)).isFalse();
    assertThat(page.toString()).doesNotContain(identifier(3), Documents.CITIZEN.text());
  }

  @Test
  void auditors_see_operators_in_clear_and_may_ask_about_anybody() {
    EdgeClient auditor = hub.as(Role.AUDITOR);
    JsonNode page = ask(auditor, OTHER, "").json(200);
    assertThat(find(page, "uses.authorise").required("operator").asString()).isEqualTo("tester");
    assertThat(page.toString()).contains(identifier(3)).doesNotContain(identifier(1));
  }

  @Test
  void an_agent_asks_about_its_own_holder_alone_and_tries_are_on_record() {
    EdgeClient.Reply refused = ask(agent(OTHER), Documents.CITIZEN, "");
    assertThat(refused.problem()).isEqualTo("holder-not-yours");
    assertThat(ask(hub.as(Role.AGENT), Documents.CITIZEN, "").problem())
        .isEqualTo("holder-not-yours");
    List<Access> log =
        hub.library.accesses().list("holder=111:" + Documents.CITIZEN.masked(), Long.MAX_VALUE, 50);
    assertThat(log)
        .anySatisfy(
            it -> {
              assertThat(it.action()).isEqualTo("accesses.search");
              assertThat(it.result()).isEqualTo("refused");
              assertThat(it.role()).isEqualTo("agent");
            });
    String token = hub.tokens.issue(bound(Documents.CITIZEN), Instant.now());
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    assertThat(new String(claims, StandardCharsets.UTF_8))
        .contains("holder")
        .doesNotContain(Documents.CITIZEN.text());
  }

  @Test
  void a_search_is_seen_by_the_next_one() {
    ask(hub.as(Role.AUDITOR), OTHER, ",\"purpose\":\"例行审计\"").json(200);
    JsonNode page = ask(agent(OTHER), OTHER, "").json(200);
    JsonNode audit = find(page, "accesses.search");
    assertThat(audit.required("role").asString()).isEqualTo("auditor");
    assertThat(audit.required("purpose").asString()).isEqualTo("例行审计");
  }

  @Test
  void pages_licence_and_times_narrow_it() {
    EdgeClient agent = agent(Documents.CITIZEN);
    String one = ",\"licence\":\"" + identifier(2) + "\"";
    JsonNode page = ask(agent, Documents.CITIZEN, one).json(200);
    assertThat(licences(page)).containsOnly(identifier(2));
    String foreign = ",\"licence\":\"" + identifier(3) + "\"";
    assertThat(licences(ask(agent, Documents.CITIZEN, foreign).json(200))).isEmpty();
    String later = ",\"from\":\"" + Instant.now().plusSeconds(3600) + "\"";
    assertThat(licences(ask(agent, Documents.CITIZEN, later).json(200))).isEmpty();
    List<Long> numbers = new ArrayList<>();
    JsonNode next = ask(agent, Documents.CITIZEN, ",\"limit\":2").json(200);
    for (int i = 0; i < 2; i++) {
      next.required("accesses").forEach(it -> numbers.add(it.required("number").asLong()));
      String before = ",\"limit\":2,\"before\":" + next.required("next").asLong();
      next = ask(agent, Documents.CITIZEN, before).json(200);
    }
    assertThat(numbers).hasSize(4).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(Set.copyOf(numbers)).hasSize(4);
  }

  @Test
  void a_use_that_was_called_back_is_told() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 5, 1));
    String used = new UseQuestions(hub, Guides.WINDOW).code("HISTORY-5", 5);
    hub.submit(hub.alpha, Documents.revoked(hub.alpha, 5, 2, LocalDate.of(2026, 3, 3)));
    Set<UseCode> codes = Set.of(new UseCode(used));
    await().until(() -> hub.library.uses().recalled(codes).equals(codes));
    String one = ",\"licence\":\"" + identifier(5) + "\"";
    JsonNode page = ask(agent(Documents.CITIZEN), Documents.CITIZEN, one).json(200);
    assertThat(find(page, "uses.authorise").at("/use/recalled").asBoolean()).isTrue();
  }

  @Test
  void what_is_half_asked_is_refused_by_name() {
    for (String body : List.of("{}", "{\"holder\":1}", "{\"holder\":{\"codeType\":\"111\"}}")) {
      assertThat(agent(OTHER).post(PATH, body).problem()).isEqualTo("request-malformed");
    }
    assertThat(ask(agent(OTHER), OTHER, ",\"limit\":201").problem()).isEqualTo("request-malformed");
    assertThat(ask(agent(OTHER), OTHER, ",\"from\":\"today\"").problem())
        .isEqualTo("request-malformed");
    assertThat(hub.as(Role.APPROVER).post(PATH, "{}").problem()).isEqualTo("caller-not-allowed");
  }

  private static JsonNode find(JsonNode page, String action) {
    return page.required("accesses")
        .valueStream()
        .filter(it -> it.required("action").asString().equals(action))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> licences(JsonNode page) {
    return page.required("accesses")
        .valueStream()
        .map(it -> it.required("licence").asString())
        .toList();
  }

  private static String identifier(int serial) {
    return Documents.identifier(hub.alpha, serial).toString();
  }

  private static Caller bound(CitizenNumber holder) {
    HolderCode of = new HolderCode(HolderCodeType.CITIZEN_NUMBER, holder.text());
    return new Caller("agent", Role.AGENT, null, hub.holders.of(of));
  }

  private static EdgeClient agent(CitizenNumber holder) {
    return hub.as(bound(holder));
  }

  private static EdgeClient.Reply ask(EdgeClient who, CitizenNumber holder, String more) {
    return who.post(
        PATH, "{\"holder\":{\"codeType\":\"111\",\"code\":\"" + holder.text() + "\"}" + more + "}");
  }
}
