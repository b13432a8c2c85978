package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.routes.use.OwnEvents;
import licencehub.routes.use.Recalls;
import licencehub.schemas.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who hears of uses, and of uses called back. */
class RecallTest {
  private static final String FEED = "/api/v1/feed?limit=1000";
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static String used = "";
  private static String recalled = "";

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    UseQuestions window = new UseQuestions(hub, Guides.WINDOW);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1), Documents.licence(hub.alpha, 2, 1));
    used = window.code("RECALL-1", 1);
    recalled = window.code("RECALL-2", 2);
    hub.submit(hub.alpha, Documents.revoked(hub.alpha, 2, 2, LocalDate.of(2026, 3, 3)));
    await().until(() -> !recalls().isEmpty());
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void the_organisation_hears_that_what_it_used_did_not_hold() {
    JsonNode feed = read(new Caller("window", Role.DEPARTMENT, Guides.WINDOW));
    JsonNode event = events(feed, EventType.USE_RECALLED).getFirst();
    assertThat(event.required("subject").asString()).isEqualTo(recalled);
    assertThat(event.at("/data/cause").asString()).isEqualTo("revoked");
    assertThat(event.at("/data/certainty").asString()).isEqualTo("certain");
    assertThat(event.at("/data/caseNumber").asString()).isEqualTo("RECALL-2");
    assertThat(feed.toString()).contains(used).doesNotContain(Documents.CITIZEN.text());
    assertThat(events(feed, EventType.USE_RECALLED)).hasSize(1);
    assertThat(events(feed, EventType.LICENCE_ISSUED)).isEmpty();
  }

  @Test
  void issuer_supervisors_and_auditors_hear_of_uses_and_nobody_else() {
    for (Caller it :
        List.of(
            hub.alpha.caller(),
            new Caller("s", Role.SUPERVISOR, null),
            new Caller("a", Role.AUDITOR, null))) {
      assertThat(read(it).toString()).as(it.toString()).contains(used, recalled);
    }
    for (Caller it :
        List.of(
            hub.beta.caller(),
            new Caller("few", Role.DEPARTMENT, Guides.FEW),
            new Caller("o", Role.OPERATOR, null),
            new Caller("p", Role.PEER, null))) {
      assertThat(read(it).toString()).as(it.toString()).doesNotContain("use.", used, recalled);
    }
  }

  @Test
  void auditors_read_nothing_of_departments() {
    assertThat(read(new Caller("a", Role.AUDITOR, null)).toString()).doesNotContain("licence.");
  }

  @Test
  void the_same_news_calls_back_once_however_often_it_is_followed() {
    long head = hub.library.outbox().head();
    hub.library.positions().keep("recalls", "-1");
    Recalls.of(hub.library, new OwnEvents(new Catalogue()), hub.library.leases().join("again"))
        .follow();
    assertThat(hub.library.outbox().head()).isEqualTo(head);
    assertThat(recalls()).hasSize(1);
  }

  @Test
  void nobody_can_send_what_the_hub_alone_states() {
    HistoryEntry own = recalls().getFirst();
    String forged =
        new String(own.document(), java.nio.charset.StandardCharsets.UTF_8)
            .replace("/sources/hub", "/sources/" + hub.beta.source());
    JsonNode outcome =
        hub.submit(hub.beta, forged.getBytes(java.nio.charset.StandardCharsets.UTF_8)).path(0);
    assertThat(outcome.required("outcome").asString()).isEqualTo("quarantined");
    assertThat(outcome.at("/faults/0/code").asString()).isEqualTo("event.schema-violated");
    JsonNode same = hub.submit(hub.beta, own.document()).path(0);
    assertThat(same.at("/faults/0/code").asString()).isEqualTo("event.source-mismatch");
    assertThat(hub.as(hub.beta.caller()).get("/api/v1/submissions/hub/" + used).problem())
        .isEqualTo("source-not-yours");
  }

  private static List<HistoryEntry> recalls() {
    return hub.library.outbox().after(-1, 1000).stream()
        .filter(it -> it.type() == EventType.USE_RECALLED)
        .filter(it -> it.source().equals(SourceId.HUB))
        .toList();
  }

  private static JsonNode read(Caller caller) {
    return hub.as(caller).get(FEED).json(200).required("events");
  }

  private static List<JsonNode> events(JsonNode feed, EventType type) {
    return feed.valueStream()
        .map(it -> it.required("event"))
        .filter(it -> it.required("type").asString().equals(type.wire()))
        .toList();
  }
}
