package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.hub.http.UseQuestions.BY_FUNCTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import licencehub.federation.Peer;
import licencehub.hub.access.Role;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An approver in one city asks about a licence of another city. */
class FederationTest {
  private static final String SEARCH = "/api/v1/licences/search";
  private static final String CASE = "FAR-1";
  private static final CitizenNumber NOBODY = CitizenNumber.complete("44030019900307009");
  private static final CitizenNumber NEIGHBOUR = CitizenNumber.complete("44030019900307008");
  @TempDir static Path folder;
  private static TwoHubs hubs;
  private static String licence;

  @BeforeAll
  static void start() {
    hubs = new TwoHubs(folder);
    hubs.there.submit(hubs.there.alpha, Documents.licence(hubs.there.alpha, 1, 1));
    licence = Documents.identifier(hubs.there.alpha, 1).toString();
  }

  @AfterEach
  void restore() {
    hubs.restore();
  }

  @AfterAll
  static void stop() {
    hubs.close();
  }

  /** A licence of somebody nobody else asks about. */
  private static byte[] ofNeighbour(RunningEdge hub, int serial) {
    return new String(Documents.licence(hub.alpha, serial, 1), UTF_8)
        .replace(Documents.CITIZEN.text(), NEIGHBOUR.text())
        .getBytes(UTF_8);
  }

  private static JsonNode search(String criteria) {
    return hubs.here
        .as(Role.APPROVER)
        .post(SEARCH, "{\"reason\":" + UseQuestions.reason(CASE) + "," + criteria + "}")
        .json(200);
  }

  private static JsonNode byIdentifier(String identifier) {
    return search("\"identifier\":\"" + identifier + "\"");
  }

  private static JsonNode byHolder(CitizenNumber citizen) {
    return search("\"holder\":{\"codeType\":\"111\",\"code\":\"" + citizen.text() + "\"}");
  }

  private static List<String> subjects(RunningEdge hub, String action) {
    return hub.as(Role.AUDITOR)
        .get("/api/v1/accesses?limit=100")
        .json(200)
        .required("accesses")
        .valueStream()
        .filter(it -> it.required("action").asString().equals(action))
        .map(
            it ->
                it.required("caller").asString()
                    + " "
                    + it.required("subject").asString()
                    + " "
                    + it.required("result").asString())
        .toList();
  }

  @Test
  void an_identifier_leads_to_the_hub_where_the_licence_lives() {
    JsonNode answer = byIdentifier(licence);
    assertThat(answer.required("answer").asString()).isEqualTo("found");
    assertThat(answer.at("/licences/0/identifier").asString()).isEqualTo(licence);
    assertThat(answer.at("/licences/0/hub").asString()).isEqualTo(TwoHubs.THERE);
    assertThat(answer.at("/licences/0/receipt/checkpoint/note").asString())
        .startsWith(TwoHubs.THERE);
    assertThat(answer.at("/hubs/0/answer").asString()).isEqualTo("found");
    assertThat(answer.at("/hubs/0/confirmedAt").asString()).isNotEmpty();
    assertThat(answer.toString()).doesNotContain(Documents.CITIZEN.text(), Documents.PERSON);
  }

  @Test
  void both_access_logs_tell_who_looked() {
    byIdentifier(licence);
    assertThat(subjects(hubs.there, "licences.search"))
        .contains(TwoHubs.HERE + "/test " + licence + " found");
    assertThat(subjects(hubs.here, "licences.search")).contains("test " + licence + " found");
  }

  @Test
  void a_licence_that_is_here_is_looked_up_here() {
    hubs.here.submit(hubs.here.alpha, ofNeighbour(hubs.here, 77));
    JsonNode answer = byIdentifier(Documents.identifier(hubs.here.alpha, 77).toString());
    assertThat(answer.at("/licences/0/hub").asString()).isEqualTo(TwoHubs.HERE);
    assertThat(answer.has("hubs")).isFalse();
    assertThat(hubs.asked).hasValue(0);
  }

  @Test
  void silence_is_not_no() {
    hubs.silence();
    JsonNode answer = byIdentifier(licence);
    assertThat(answer.required("answer").asString()).isEqualTo("unknown");
    assertThat(answer.at("/hubs/0/hub").asString()).isEqualTo(TwoHubs.THERE);
    assertThat(answer.at("/hubs/0/answer").asString()).isEqualTo("unknown");
    assertThat(answer.at("/hubs/0/until").asString()).isNotEmpty();
    assertThat(byHolder(Documents.CITIZEN).required("answer").asString()).isEqualTo("unknown");
  }

  @Test
  void what_no_known_hub_stands_for_is_unknown() {
    JsonNode answer =
        byIdentifier("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");
    assertThat(answer.required("answer").asString()).isEqualTo("unknown");
    assertThat(hubs.asked).hasValue(0);
  }

  @Test
  void a_hub_that_answers_no_makes_it_no() {
    JsonNode answer = byIdentifier(Documents.identifier(hubs.there.alpha, 99).toString());
    assertThat(answer.required("answer").asString()).isEqualTo("absent");
    assertThat(answer.at("/hubs/0/answer").asString()).isEqualTo("absent");
  }

  @Test
  void a_holder_leads_to_the_hubs_that_may_know_him() {
    assertThat(byHolder(Documents.CITIZEN).at("/licences/0/identifier").asString())
        .isEqualTo(licence);
    assertThat(byHolder(NOBODY).required("answer").asString()).isEqualTo("absent");
    assertThat(hubs.asked).hasValue(2);
  }

  @Test
  void a_miss_costs_no_remote_call() {
    hubs.ruledOut.set(List.of(new HolderCode(HolderCodeType.CITIZEN_NUMBER, NOBODY.text())));
    assertThat(byHolder(NOBODY).required("answer").asString()).isEqualTo("absent");
    assertThat(hubs.asked).hasValue(0);
  }

  @Test
  void a_receipt_of_something_else_is_a_lie() {
    JsonNode found = byIdentifier(licence).at("/licences/0");
    hubs.there.submit(hubs.there.alpha, ofNeighbour(hubs.there, 5));
    JsonNode other =
        byIdentifier(Documents.identifier(hubs.there.alpha, 5).toString()).at("/licences/0");
    Peer peer = hubs.other();
    assertThat(said(peer, found, found).isProven()).isTrue();
    assertThat(said(peer, found, other).isProven()).isFalse();
  }

  /** One licence with the receipt of another. */
  private static Voice.Said said(Peer peer, JsonNode licence, JsonNode receiptOf) {
    ObjectNode mixed = ((ObjectNode) licence).deepCopy();
    mixed.set("receipt", receiptOf.required("receipt"));
    ObjectNode content = Json.MAPPER.createObjectNode();
    content.putArray("licences").add(mixed);
    return new Voice.Said(peer, content, hubs.here.now());
  }

  @Test
  void a_peer_is_told_only_what_it_may_ask() {
    hubs.may.set(Set.of("findUse"));
    JsonNode answer = byIdentifier(licence);
    assertThat(answer.required("answer").asString()).isEqualTo("unknown");
    assertThat(answer.at("/hubs/0/why/en").asString()).contains("caller-not-allowed");
    assertThat(subjects(hubs.there, "licences.search"))
        .noneMatch(it -> it.endsWith(licence + " unknown"));
  }

  @Test
  void one_hub_alone_can_be_asked() {
    String holder =
        "\"holder\":{\"codeType\":\"111\",\"code\":\"" + Documents.CITIZEN.text() + "\"}";
    assertThat(search(holder + ",\"hub\":\"gd-440100\"").has("hubs")).isFalse();
    assertThat(hubs.asked).hasValue(0);
    assertThat(search(holder + ",\"hub\":\"gd-440300\"").at("/licences/0/hub").asString())
        .isEqualTo(TwoHubs.THERE);
  }

  private static JsonNode exemption(String use) {
    return new UseQuestions(hubs.here, Guides.WINDOW)
        .client()
        .post(
            "/api/v1/exemptions",
            "{\"reason\":"
                + UseQuestions.reason(CASE)
                + ",\"parties\":{\"applicant\":{\"codeType\":\"111\",\"code\":\""
                + Documents.CITIZEN.text()
                + "\"}}"
                + use
                + "}")
        .json(200);
  }

  @Test
  void a_licence_of_another_hub_exempts_and_may_be_used_by_that_hub_s_grants() {
    JsonNode document =
        exemption(",\"use\":{\"basis\":{\"kind\":\"by-function\"}}").at("/documents/0");
    assertThat(document.required("decision").asString()).isEqualTo("exempt");
    assertThat(document.at("/licence/hub").asString()).isEqualTo(TwoHubs.THERE);
    assertThat(document.at("/use/decision").asString()).isEqualTo("authorised");
    assertThat(document.at("/use/hub").asString()).isEqualTo(TwoHubs.THERE);
    String code = document.at("/use/useCode").asString();
    UseQuestions window = new UseQuestions(hubs.here, Guides.WINDOW);
    assertThat(window.reveal(code, CASE).json(200).at("/face/持证主体").asString())
        .isEqualTo(Documents.PERSON);
    assertThat(subjects(hubs.there, "exemptions.decide"))
        .contains(TwoHubs.HERE + "/window " + licence + " found");
    assertThat(subjects(hubs.there, "uses.reveal"))
        .contains(TwoHubs.HERE + "/window " + licence + " found");
  }

  @Test
  void a_silent_hub_leaves_the_document_undecided() {
    hubs.silence();
    JsonNode document = exemption("").at("/documents/0");
    assertThat(document.required("decision").asString()).isEqualTo("undecided");
    assertThat(document.at("/silent/0/hub").asString()).isEqualTo(TwoHubs.THERE);
  }

  @Test
  void a_use_of_another_hub_s_licence_is_found_and_copied_by_its_code() {
    UseQuestions window = new UseQuestions(hubs.here, Guides.WINDOW);
    JsonNode use =
        window
            .client()
            .post(
                UseQuestions.PATH,
                UseQuestions.body(CASE, BY_FUNCTION, List.of(licence))
                    .replaceFirst("}$", ",\"copy\":true}"))
            .json(200)
            .at("/uses/0");
    assertThat(use.required("decision").asString()).isEqualTo("authorised");
    String code = use.required("useCode").asString();
    assertThat(window.find(code, CASE).json(200).required("masked").asBoolean()).isTrue();
    EdgeClient.Reply copy = window.copy(code, CASE);
    assertThat(copy.status()).isEqualTo(200);
    assertThat(new String(copy.response().body(), 0, 2, UTF_8)).isEqualTo("PK");
    assertThat(window.find(code, "FAR-2").problem()).isEqualTo("use-refused");
    hubs.silence();
    assertThat(window.find(code, CASE).problem()).isEqualTo("unavailable");
  }

  @Test
  void a_use_without_a_grant_there_is_denied_by_that_hub() {
    JsonNode use =
        new UseQuestions(hubs.here, hubs.here.beta.organisation().code())
            .client()
            .post(UseQuestions.PATH, UseQuestions.body(CASE, BY_FUNCTION, List.of(licence)))
            .json(200)
            .at("/uses/0");
    assertThat(use.required("decision").asString()).isEqualTo("denied");
    assertThat(use.at("/denial/code").asString()).isEqualTo("grant.none");
    assertThat(use.required("hub").asString()).isEqualTo(TwoHubs.THERE);
  }

  @Test
  void a_silent_hub_leaves_a_use_undecided() {
    hubs.silence();
    JsonNode use =
        new UseQuestions(hubs.here, Guides.WINDOW)
            .client()
            .post(UseQuestions.PATH, UseQuestions.body(CASE, BY_FUNCTION, List.of(licence)))
            .json(200)
            .at("/uses/0");
    assertThat(use.required("decision").asString()).isEqualTo("undecided");
    assertThat(use.required("hub").asString()).isEqualTo(TwoHubs.THERE);
  }

  @Test
  void who_is_refused_for_a_silent_hub_is_told_when_that_hub_is_asked_again() {
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    assertThat(retryAfter(now.plusMillis(41_200), now)).isEqualTo("42");
    assertThat(retryAfter(now.minusSeconds(3), now)).isEqualTo("1");
    assertThat(retryAfter(null, now)).isEqualTo("10");
  }

  private static @Nullable String retryAfter(@Nullable Instant until, Instant now) {
    Answer answer = Silences.refusal(new Voice.Unknown(hubs.other(), Voice.SILENT, until), now);
    return ((Answer.Refusal) answer).headers().get("Retry-After");
  }
}
