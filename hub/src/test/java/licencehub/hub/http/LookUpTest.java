package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.hub.access.Role;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ReceiptVerifier;
import licencehub.ledger.TlogProof;
import licencehub.library.Access;
import licencehub.model.Digest;
import licencehub.model.ledger.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LookUpTest {
  private static final String SEARCH = "/api/v1/licences/search";
  private static final String REASON =
      "\"reason\":{\"item\":\"11370800MB285591843370117002011\",\"caseNumber\":\"C-1\","
          + "\"purpose\":\"核验\",\"operator\":\"zhang.san\"}";

  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha,
        Documents.licence(hub.alpha, 1, 1),
        Documents.licence(hub.alpha, 1, 2),
        Documents.licence(hub.alpha, 2, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_licence_is_found_by_identifier_with_a_proof_that_verifies() {
    JsonNode licence = search("\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\"");
    assertThat(licence.at("/statusOn/code").asString()).isEqualTo("valid");
    assertThat(licence.at("/latest/version").asLong()).isEqualTo(2);
    JsonNode receipt = licence.required("receipt");
    byte[] entry = Base64.getDecoder().decode(receipt.required("entry").asString());
    assertThat(LedgerEntry.parse(entry).id()).isEqualTo("lic-1-2");
    List<Digest> path = new ArrayList<>();
    receipt.required("path").forEach(it -> path.add(digest(it)));
    TlogProof proof =
        new TlogProof(
            entry,
            receipt.required("index").asLong(),
            path,
            receipt.at("/checkpoint/note").asString());
    assertThat(new ReceiptVerifier(hub.ledgerKey).verify(proof))
        .isInstanceOf(ProofResult.Proven.class);
  }

  @Test
  void licences_are_found_by_holder_number_type_and_any_part_of_a_name() {
    String holder =
        "\"holder\":{\"codeType\":\"111\",\"code\":\"" + Documents.CITIZEN.text() + "\"}";
    assertThat(answer(holder).required("licences").size()).isEqualTo(2);
    assertThat(answer("\"number\":\"JY000000000002\"").required("licences").size()).isEqualTo(1);
    assertThat(answer("\"name\":\"阳示\"").required("licences").size()).isEqualTo(2);
    JsonNode page = answer(holder + ",\"type\":\"" + Documents.TYPE + "\",\"limit\":1");
    assertThat(page.required("licences").size()).isEqualTo(1);
    String next = holder + ",\"limit\":1,\"before\":" + page.required("next").asLong();
    assertThat(answer(next).at("/licences/0/identifier"))
        .isNotEqualTo(page.at("/licences/0/identifier"));
  }

  @Test
  void persons_are_masked_wherever_they_stand() {
    String text = ask("{\"name\":\"欧阳\"," + REASON + "}").text();
    assertThat(text)
        .doesNotContain(Documents.CITIZEN.text(), Documents.PERSON)
        .contains(Documents.CITIZEN.masked(), "欧***");
  }

  @Test
  void nothing_is_looked_up_without_a_reason() {
    String body = "{\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\"";
    assertThat(ask(body + "}").problem()).isEqualTo("reason-missing");
    assertThat(ask(body + "," + REASON.replace("核验", " ") + "}").problem())
        .isEqualTo("reason-missing");
  }

  @Test
  void every_look_up_is_on_record_before_its_answer() {
    String identifier = Documents.identifier(hub.alpha, 2).toString();
    int before = hub.library.accesses().list(identifier, Long.MAX_VALUE, 100).size();
    search("\"identifier\":\"" + identifier + "\"");
    List<Access> after = hub.library.accesses().list(identifier, Long.MAX_VALUE, 100);
    assertThat(after).hasSize(before + 1);
    assertThat(after.getFirst().reason().purpose()).isEqualTo("核验");
    assertThat(after.getFirst().result()).isEqualTo("found");
  }

  @Test
  void the_record_names_no_person() {
    ask("{\"name\":\"欧阳\"," + REASON + "}").json(200);
    String holder =
        "{\"holder\":{\"codeType\":\"111\",\"code\":\"" + Documents.CITIZEN.text() + "\"},";
    ask(holder + REASON + "}").json(200);
    JsonNode accesses = hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=1000").json(200);
    assertThat(accesses.toString())
        .contains("name=欧*", Documents.CITIZEN.masked())
        .doesNotContain(Documents.CITIZEN.text(), "欧阳");
  }

  @Test
  void what_is_not_there_is_absent() {
    JsonNode answer = answer("\"identifier\":\"" + Documents.identifier(hub.beta, 77) + "\"");
    assertThat(answer.required("answer").asString()).isEqualTo("absent");
    assertThat(answer.required("licences").size()).isZero();
  }

  @Test
  void a_licence_has_expired_after_its_last_day() {
    String asOf = ",\"asOf\":{\"validAt\":\"2031-03-02T00:00:00+08:00\"}";
    JsonNode licence =
        search("\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\"" + asOf);
    assertThat(licence.at("/statusOn/code").asString()).isEqualTo("expired");
    assertThat(licence.at("/status/code").asString()).isEqualTo("expired");
  }

  @Test
  void as_of_a_time_before_it_was_known_a_licence_is_absent() {
    String asOf = ",\"asOf\":{\"knownAt\":\"2020-01-01T00:00:00Z\"}";
    JsonNode answer =
        answer("\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\"" + asOf);
    assertThat(answer.required("answer").asString()).isEqualTo("absent");
  }

  @Test
  void history_tells_every_event() {
    String body = "{\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\"," + REASON + "}";
    JsonNode history = hub.as(Role.SUPERVISOR).post("/api/v1/licences/history", body).json(200);
    assertThat(history.required("events").size()).isEqualTo(2);
    assertThat(history.toString()).doesNotContain(Documents.CITIZEN.text(), Documents.PERSON);
    JsonNode licence =
        search("\"identifier\":\"" + Documents.identifier(hub.alpha, 1) + "\",\"history\":true");
    assertThat(licence.required("history").size()).isEqualTo(2);
  }

  @Test
  void a_key_nobody_reads_is_refused_by_name() {
    EdgeClient.Reply reply = ask("{\"nmae\":\"欧阳\"," + REASON + "}");
    assertThat(reply.problem()).isEqualTo("request-malformed");
    assertThat(reply.text()).contains("nmae").doesNotContain("欧阳");
  }

  @Test
  void a_wrong_citizen_number_is_refused_without_being_repeated() {
    String right = Documents.CITIZEN.text();
    String other = right.substring(0, 17) + (right.endsWith("0") ? "1" : "0");
    EdgeClient.Reply reply =
        ask("{\"holder\":{\"codeType\":\"111\",\"code\":\"" + other + "\"}," + REASON + "}");
    assertThat(reply.problem()).isEqualTo("request-malformed");
    assertThat(reply.text()).doesNotContain(other);
  }

  @Test
  void an_answer_about_persons_is_kept_nowhere() {
    EdgeClient.Reply reply = ask("{\"name\":\"欧阳\"," + REASON + "}");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  private static JsonNode search(String criteria) {
    JsonNode answer = answer(criteria);
    assertThat(answer.required("answer").asString()).isEqualTo("found");
    return answer.required("licences").get(0);
  }

  private static JsonNode answer(String criteria) {
    return ask("{" + criteria + "," + REASON + "}").json(200);
  }

  private static EdgeClient.Reply ask(String body) {
    return hub.as(Role.APPROVER).post(SEARCH, body);
  }

  private static Digest digest(JsonNode base64) {
    return Digest.wrap(Base64.getDecoder().decode(base64.asString()));
  }
}
