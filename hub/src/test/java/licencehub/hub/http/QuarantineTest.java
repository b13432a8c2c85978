package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class QuarantineTest {
  private static final String QUARANTINE = "/api/v1/quarantine";

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static long number;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    String wrong =
        new String(Documents.licence(hub.alpha, 1, 1), UTF_8)
            .replace("2026-03-02\",\n", "2026/03/02\",\n");
    JsonNode outcomes = hub.submit(hub.alpha, wrong.getBytes(UTF_8));
    number = outcomes.get(0).required("quarantine").asLong();
    hub.submit(hub.beta, "{\"specversion\":\"1.0\"}".getBytes(UTF_8));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_operator_sees_all_and_a_department_its_own() {
    JsonNode all = hub.as(Role.OPERATOR).get(QUARANTINE).json(200);
    assertThat(all.required("entries").size()).isEqualTo(2);
    assertThat(all.required("groups").size()).isEqualTo(2);
    JsonNode own = hub.as(hub.alpha.caller()).get(QUARANTINE).json(200);
    assertThat(own.required("entries").size()).isEqualTo(1);
    assertThat(own.at("/entries/0/number").asLong()).isEqualTo(number);
    assertThat(own.at("/groups/0/source").asString()).isEqualTo("alpha-front");
    assertThat(hub.as(hub.beta.caller()).get(QUARANTINE + "?source=alpha-front").problem())
        .isEqualTo("source-not-yours");
  }

  @Test
  void the_list_can_be_narrowed_and_paged() {
    EdgeClient operator = hub.as(Role.OPERATOR);
    JsonNode page = operator.get(QUARANTINE + "?limit=1").json(200);
    long next = page.required("next").asLong();
    assertThat(operator.get(QUARANTINE + "?after=" + next).json(200).required("entries").size())
        .isEqualTo(1);
    assertThat(
            operator
                .get(QUARANTINE + "?reason=signer.unknown")
                .json(200)
                .required("entries")
                .size())
        .isZero();
  }

  @Test
  void an_entry_shows_its_structure_and_none_of_its_content() {
    EdgeClient.Reply reply = hub.as(hub.alpha.caller()).get(QUARANTINE + "/" + number);
    JsonNode entry = reply.json(200);
    assertThat(entry.at("/structure/payload/data/issuedOn").asString()).isEqualTo("9999/99/99");
    assertThat(entry.at("/structure/payload/type").asString()).isEqualTo("licence.issued.v1");
    assertThat(entry.at("/structure/payload/data/holders/0/name").asString()).isEqualTo("文文文文");
    assertThat(reply.text()).doesNotContain(Documents.CITIZEN.text(), "欧阳");
    assertThat(entry.at("/faults/0/code").asString()).isEqualTo("event.schema-violated");
  }

  @Test
  void an_entry_of_another_department_is_not_there() {
    assertThat(hub.as(hub.beta.caller()).get(QUARANTINE + "/" + number).problem())
        .isEqualTo("not-found");
    assertThat(hub.as(hub.beta.caller()).post(QUARANTINE + "/" + number + "/replay", "").problem())
        .isEqualTo("not-found");
  }

  @Test
  void a_replay_of_what_is_still_wrong_stays_quarantined() {
    JsonNode outcome =
        hub.as(hub.alpha.caller()).post(QUARANTINE + "/" + number + "/replay", "").json(200);
    assertThat(outcome.required("outcome").asString()).isEqualTo("quarantined");
  }

  @Test
  void a_replay_of_many_runs_and_can_be_watched_and_stopped() {
    EdgeClient operator = hub.as(Role.OPERATOR);
    EdgeClient.Reply started =
        operator.post(QUARANTINE + "/replays", "{\"source\":\"beta-front\",\"perSecond\":100}");
    JsonNode progress = started.json(202);
    String place = started.header("Location");
    assertThat(place).endsWith("/replays/" + progress.required("id").asLong());
    await().until(() -> !operator.get(place).json(200).required("running").asBoolean());
    assertThat(operator.get(place).json(200).at("/outcomes/quarantined").asLong()).isEqualTo(1);
    assertThat(operator.send("DELETE", place, new byte[0]).status()).isEqualTo(200);
    assertThat(operator.get(QUARANTINE + "/replays/4711").problem()).isEqualTo("not-found");
  }

  @Test
  void a_replay_without_pace_or_with_a_strange_key_is_refused() {
    EdgeClient operator = hub.as(Role.OPERATOR);
    for (String body : List.of("{\"perSecond\":0}", "{\"rate\":5}", "[]", "{")) {
      assertThat(operator.post(QUARANTINE + "/replays", body).problem())
          .as(body)
          .isEqualTo("request-malformed");
    }
  }
}
