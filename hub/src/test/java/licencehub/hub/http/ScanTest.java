package licencehub.hub.http;

import static licencehub.hub.http.FollowUpQuestions.SCANS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.event.EventType;
import licencehub.routes.followup.ScanEvents;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scans taken on trust, checked by a day. */
class ScanTest {
  @TempDir Path folder = Path.of("");
  private RunningEdge hub;
  private FollowUpQuestions window;

  @BeforeEach
  void start() {
    hub = RunningEdge.start(folder);
    window = new FollowUpQuestions(hub, Guides.WINDOW);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void a_scan_is_taken_listed_and_passed() {
    JsonNode taken = window.scan("S-1", "F01", "").json(200);
    assertThat(taken.required("outcome").asString()).isEqualTo("accepted");
    assertThat(taken.at("/scan/state/code").asString()).isEqualTo("on-trust");
    assertThat(taken.at("/scan/kept").asBoolean()).isFalse();
    assertThat(taken.at("/scan/dueOn").asString()).isEqualTo(today().plusDays(10).toString());
    assertThat(list(window.client(), "open")).containsExactly(window.followUp("S-1"));
    assertThat(list(hub.as(new Caller("few", Role.APPROVER, Guides.FEW)), "all")).isEmpty();
    assertThat(window.scan("S-1", "F01", "").json(200).required("outcome").asString())
        .isEqualTo("duplicate");
    assertThat(window.scan("S-1", "F02", "").problem()).isEqualTo("number-used");
    FollowUpQuestions few = new FollowUpQuestions(hub, Guides.FEW);
    assertThat(
            few.client()
                .post(
                    SCANS + "/" + window.followUp("S-1") + "/check",
                    "{\"state\":\"passed\",\"operator\":\"x\",\"evidence\":\"y\"}")
                .problem())
        .isEqualTo("not-found");
    String place = SCANS + "/" + window.followUp("S-1");
    assertThat(few.client().get(place).problem()).isEqualTo("not-found");
    assertThat(window.client().get(SCANS + "/none").problem()).isEqualTo("not-found");
    assertThat(window.client().get(place).json(200)).isEqualTo(taken.required("scan"));
    assertThat(hub.as(Role.SUPERVISOR).get(place).json(200)).isEqualTo(taken.required("scan"));
    JsonNode passed = window.check("S-1", "passed", "").json(200);
    assertThat(passed.at("/scan/state/code").asString()).isEqualTo("passed");
    assertThat(passed.at("/scan/evidence").asString()).isEqualTo("原件");
    assertThat(window.check("S-1", "failed", "").problem()).isEqualTo("step-refused");
    assertThat(list(window.client(), "open")).isEmpty();
    assertThat(list(hub.as(Role.SUPERVISOR), "settled")).containsExactly(window.followUp("S-1"));
  }

  @Test
  void its_day_is_reminded_of_once_before_and_once_after_and_again_when_it_was_moved() {
    window.scan("S-2", "F01", day(3)).json(200);
    String number = window.followUp("S-2");
    assertThat(reminders(number)).isEmpty();
    hub.later(Duration.ofDays(1));
    await().until(() -> reminders(number).equals(List.of("due")));
    window.check("S-2", "extended", day(8)).json(200);
    assertThat(window.check("S-2", "extended", day(9)).problem()).isEqualTo("step-refused");
    hub.later(Duration.ofDays(6));
    await().until(() -> reminders(number).equals(List.of("due", "due")));
    hub.later(Duration.ofDays(4));
    await().until(() -> reminders(number).equals(List.of("due", "due", "overdue")));
    assertThat(list(hub.as(Role.SUPERVISOR), "overdue")).containsExactly(number);
    List<JsonNode> told =
        FollowUpQuestions.feed(
            hub, new Caller("w", Role.DEPARTMENT, Guides.WINDOW), EventType.SCAN_REMINDED);
    assertThat(told).hasSize(3);
    assertThat(told.getLast().at("/data/document").asString()).isEqualTo("F01");
    assertThat(FollowUpQuestions.feed(hub, hub.alpha.caller(), EventType.SCAN_REMINDED)).isEmpty();
    assertThat(hub.as(Role.OPERATOR).get("/metrics").text())
        .contains("licencehub_followups_overdue{kind=\"scan\"} 1.0");
    window.check("S-2", "failed", "").json(200);
    assertThat(list(hub.as(Role.SUPERVISOR), "overdue")).isEmpty();
  }

  @Test
  void a_scan_half_described_or_put_too_far_is_refused_by_name() {
    assertThat(window.scan("S-3", "F99", "").problem()).isEqualTo("request-malformed");
    assertThat(window.scan("S-3", "F01", ",\"checkOn\":\"soon\"").problem())
        .isEqualTo("request-malformed");
    assertThat(window.scan("S-3", "F01", day(31)).problem()).isEqualTo("step-refused");
    assertThat(window.scan("S-3", "F01", day(-1)).problem()).isEqualTo("step-refused");
    assertThat(window.check("S-3", "passed", "").problem()).isEqualTo("not-found");
    assertThat(window.check("S-3", "maybe", "").problem()).isEqualTo("request-malformed");
    assertThat(hub.as(Role.APPROVER).get(SCANS).problem()).isEqualTo("organisation-missing");
  }

  @Test
  void repeated_and_shuffled_events_add_up_to_the_same() {
    window.scan("S-4", "F01", day(5)).json(200);
    window.check("S-4", "extended", day(7)).json(200);
    window.check("S-4", "withdrawn", "").json(200);
    List<HistoryEntry> events =
        new ArrayList<>(hub.library.followUps().events(window.followUp("S-4")));
    assertThat(events).hasSize(3);
    events.addAll(List.copyOf(events));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(events, new Random(seed));
      Scan scan = ScanEvents.fold(events).orElseThrow().scan();
      assertThat(scan.state()).isEqualTo(Scan.State.WITHDRAWN);
      assertThat(scan.extended()).isTrue();
      assertThat(scan.dueOn()).isEqualTo(today().plusDays(7));
    }
  }

  private LocalDate today() {
    return ChinaTime.dayOf(hub.now());
  }

  private String day(int fromNow) {
    return ",\"checkOn\":\"" + today().plusDays(fromNow) + "\"";
  }

  private List<String> reminders(String number) {
    return FollowUpQuestions.events(hub, EventType.SCAN_REMINDED, number).stream()
        .map(it -> Json.MAPPER.readTree(it.document()).at("/data/urgency").asString())
        .toList();
  }

  private static List<String> list(EdgeClient client, String state) {
    return client
        .get(SCANS + "?state=" + state)
        .json(200)
        .required("scans")
        .valueStream()
        .map(it -> it.required("number").asString())
        .toList();
  }
}
