package licencehub.hub.http;

import static licencehub.hub.http.FollowUpQuestions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.routes.followup.Expiries;
import licencehub.routes.use.OwnEvents;
import licencehub.schemas.Catalogue;
import licencehub.sharing.ChinaTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A licence from issue to end, and as of any moment between. */
class LifeCycleTest {
  private static final CitizenNumber HEIR = CitizenNumber.complete("44030019900307004");
  private static final String TIME = "2026-03-02T09:30:00+08:00";
  private static final String END = "2031-03-01";
  @TempDir Path folder = Path.of("");
  private RunningEdge hub;

  @BeforeEach
  void start() {
    hub = RunningEdge.start(folder);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void every_step_of_its_life_is_told_now_and_as_of_its_own_time() {
    hub.submit(hub.alpha, licence(1, 1));
    hub.submit(hub.alpha, at(changed(2, "alteration"), "2026-03-05", "食品经营许可证", "食品经营许可证（变更）"));
    assertThat(ask(1, "").at("/document/data/name").asString()).isEqualTo("食品经营许可证（变更）");
    assertThat(ask(1, "").at("/changeKind/code").asString()).isEqualTo("alteration");
    hub.submit(hub.alpha, at(changed(3, "renewal"), "2026-03-06", END, "2036-03-01"));
    assertThat(ask(1, "").at("/validTo").asString()).isEqualTo("2036-03-01");
    status(4, "suspended", "2026-03-10");
    status(5, "resumed", "2026-03-12");
    status(6, "revoked", "2026-03-20");
    assertThat(statusAt("2026-03-01T12:00:00+08:00")).isEmpty();
    assertThat(statusAt("2026-03-04T12:00:00+08:00")).isEqualTo("valid");
    assertThat(asOf("2026-03-04T12:00:00+08:00").at("/document/data/name").asString())
        .isEqualTo("食品经营许可证");
    assertThat(asOf("2026-03-05T12:00:00+08:00").at("/validTo").asString()).isEqualTo(END);
    assertThat(asOf("2026-03-07T12:00:00+08:00").at("/validTo").asString()).isEqualTo("2036-03-01");
    assertThat(statusAt("2026-03-11T12:00:00+08:00")).isEqualTo("suspended");
    assertThat(statusAt("2026-03-13T12:00:00+08:00")).isEqualTo("valid");
    assertThat(statusAt("2026-03-21T12:00:00+08:00")).isEqualTo("revoked");
    assertThat(ask(1, "").at("/status/code").asString()).isEqualTo("revoked");
    hub.submit(hub.alpha, licence(2, 1));
    hub.submit(
        hub.alpha, event(Documents.revoked(hub.alpha, 2, 2, day("2026-04-01")), "cancelled"));
    assertThat(ask(2, "").at("/status/code").asString()).isEqualTo("cancelled");
  }

  @Test
  void what_the_hub_did_not_know_then_does_not_count_then() {
    hub.submit(hub.alpha, licence(1, 1));
    Instant before = hub.now();
    hub.later(Duration.ofSeconds(5));
    status(2, "revoked", "2026-03-20");
    String then = "\"validAt\":\"2026-04-01T00:00:00Z\",\"knownAt\":\"" + before + "\"";
    assertThat(ask(1, ",\"asOf\":{" + then + "}").at("/status/code").asString()).isEqualTo("valid");
    assertThat(statusAt("2026-04-01T00:00:00Z")).isEqualTo("revoked");
  }

  @Test
  void a_transfer_and_a_renewal_by_a_new_licence_are_linked_both_ways() {
    hub.submit(hub.alpha, licence(1, 1));
    LicenceIdentifier former = Documents.identifier(hub.alpha, 1);
    hub.submit(
        hub.alpha,
        with(
            Documents.licence(hub.alpha, 2, 1),
            "\"items\"",
            "\"replaces\":\"" + former + "\",\"changeKind\":\"transfer\",\"items\"",
            "\"code\":\"" + Documents.CITIZEN.text(),
            "\"code\":\"" + HEIR.text(),
            TIME,
            "2026-05-01T09:30:00+08:00"));
    JsonNode old = ask(1, "");
    assertThat(old.at("/status/code").asString()).isEqualTo("replaced");
    assertThat(old.at("/replacedBy").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 2).toString());
    JsonNode now = ask(2, "");
    assertThat(now.at("/replaces").asString()).isEqualTo(former.toString());
    assertThat(now.at("/changeKind/code").asString()).isEqualTo("transfer");
    assertThat(now.at("/document/data/holders/0/code").asString()).isEqualTo(HEIR.masked());
    assertThat(statusAt("2026-04-01T00:00:00Z")).isEqualTo("valid");
    assertThat(statusAt("2026-05-02T00:00:00Z")).isEqualTo("replaced");
    JsonNode refused =
        hub.submit(
            hub.alpha,
            with(
                Documents.licence(hub.alpha, 3, 1),
                "\"items\"",
                "\"changeKind\":\"transfer\",\"items\""));
    assertThat(refused.at("/0/faults/0/path").asString()).isEqualTo("/data/replaces");
  }

  @Test
  void renewal_and_transfer_call_no_use_back_and_a_correction_does() {
    hub.submit(hub.alpha, licence(1, 1));
    UseQuestions window = new UseQuestions(hub, Guides.WINDOW);
    String code = window.code("LIFE-1", 1);
    hub.submit(hub.alpha, at(changed(2, "renewal"), "2026-03-06", END, "2036-03-01"));
    hub.submit(hub.alpha, with(event(licence(1, 3), "changed"), "\"负责人\":\"欧阳示例", "\"负责人\":\"别人"));
    await().until(() -> !own(EventType.USE_RECALLED, code).isEmpty());
    List<HistoryEntry> recalls = own(EventType.USE_RECALLED, code);
    assertThat(recalls).hasSize(1);
    long cause =
        Json.MAPPER.readTree(recalls.getFirst().document()).at("/data/ledgerIndex").asLong();
    assertThat(hub.library.outbox().after(cause - 1, 1).getFirst().version()).isEqualTo(3);
  }

  @Test
  void a_licence_past_its_end_is_expired_in_every_answer_and_said_so_once() {
    LocalDate last = ChinaTime.dayOf(hub.now()).plusDays(1);
    hub.submit(hub.alpha, with(licence(1, 1), END, last.toString()));
    hub.submit(hub.alpha, licence(2, 1));
    assertThat(ask(1, "").at("/status/code").asString()).isEqualTo("valid");
    String identifier = Documents.identifier(hub.alpha, 1).toString();
    hub.later(Duration.ofDays(2));
    await().until(() -> !own(EventType.LICENCE_EXPIRED, identifier).isEmpty());
    assertThat(ask(1, "").at("/status/code").asString()).isEqualTo("expired");
    UseQuestions window = new UseQuestions(hub, Guides.WINDOW);
    assertThat(window.first("LIFE-2", UseQuestions.BY_FUNCTION, 1).at("/denial/code").asString())
        .isEqualTo("licence.expired");
    for (Caller it :
        List.of(
            hub.alpha.caller(),
            new Caller("s", Role.SUPERVISOR, null),
            new Caller("o", Role.OPERATOR, null),
            new Caller("p", Role.PEER, null))) {
      List<JsonNode> told = FollowUpQuestions.feed(hub, it, EventType.LICENCE_EXPIRED);
      assertThat(told).as(it.toString()).hasSize(1);
      assertThat(told.getFirst().at("/data/validTo").asString()).isEqualTo(last.toString());
    }
    assertThat(FollowUpQuestions.feed(hub, hub.beta.caller(), EventType.LICENCE_EXPIRED)).isEmpty();
    hub.library.positions().keep("expiries", "1970-01-01 -1");
    new Expiries(
            hub.library,
            new OwnEvents(new Catalogue()),
            hub::now,
            hub.library.leases().join("again"))
        .follow();
    assertThat(own(EventType.LICENCE_EXPIRED, identifier)).hasSize(1);
  }

  @Test
  void one_that_is_reported_after_its_end_or_given_back_after_it_is_said_to_be_over_too() {
    LocalDate yesterday = ChinaTime.dayOf(hub.now()).minusDays(1);
    hub.submit(hub.alpha, with(licence(1, 1), END, yesterday.toString()));
    await().until(() -> expired(1) == 1);
    hub.submit(
        hub.alpha,
        with(licence(2, 1), END, yesterday.toString()),
        event(Documents.revoked(hub.alpha, 2, 2, day("2026-03-20")), "suspended"));
    hub.submit(hub.alpha, with(licence(3, 1), END, yesterday.toString()));
    await().until(() -> expired(3) == 1);
    assertThat(expired(2)).isZero();
    hub.submit(hub.alpha, event(Documents.revoked(hub.alpha, 2, 3, day("2026-03-21")), "resumed"));
    await().until(() -> expired(2) == 1);
    hub.submit(hub.alpha, at(changed(2, "renewal"), "2026-03-06", END, "2036-03-01"));
    assertThat(ask(1, "").at("/status/code").asString()).isEqualTo("valid");
  }

  private int expired(int serial) {
    return own(EventType.LICENCE_EXPIRED, Documents.identifier(hub.alpha, serial).toString())
        .size();
  }

  private List<HistoryEntry> own(EventType type, String subject) {
    return FollowUpQuestions.events(hub, type, subject);
  }

  private byte[] licence(int serial, long version) {
    return Documents.licence(hub.alpha, serial, version);
  }

  private byte[] changed(long version, String kind) {
    return with(
        event(licence(1, version), "changed"),
        "\"items\"",
        "\"changeKind\":\"" + kind + "\",\"items\"");
  }

  private static byte[] at(byte[] document, String day, String... fromTo) {
    return with(with(document, TIME, day + "T09:30:00+08:00"), fromTo);
  }

  private void status(long version, String word, String day) {
    hub.submit(hub.alpha, event(Documents.revoked(hub.alpha, 1, version, day(day)), word));
  }

  private static byte[] event(byte[] document, String word) {
    String text = new String(document, java.nio.charset.StandardCharsets.UTF_8);
    return text.replaceFirst("licence\\.[a-z]+\\.v1", "licence." + word + ".v1")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private JsonNode asOf(String moment) {
    return ask(1, ",\"asOf\":{\"validAt\":\"" + moment + "\"}");
  }

  private String statusAt(String moment) {
    return asOf(moment).at("/status/code").asString("");
  }

  private JsonNode ask(int serial, String more) {
    String body =
        "{\"reason\":"
            + UseQuestions.reason("LIFE-1")
            + ",\"identifier\":\""
            + Documents.identifier(hub.alpha, serial)
            + "\""
            + more
            + "}";
    return hub.as(Role.APPROVER).post("/api/v1/licences/search", body).json(200).at("/licences/0");
  }
}
