package licencehub.hub.http;

import static licencehub.hub.http.FollowUpQuestions.FEEDBACK;
import static licencehub.hub.http.FollowUpQuestions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CitizenNumber;
import licencehub.model.event.EventType;
import licencehub.routes.followup.FeedbackClosing;
import licencehub.routes.followup.FeedbackEvents;
import licencehub.routes.use.OwnEvents;
import licencehub.schemas.Catalogue;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.Feedback.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Licences found wrong or missing in use, told to their issuer. */
class FeedbackTest {
  private static final String RIGHT = "2036-03-01";
  private static final String CLOSED = "corrected";
  private static final CitizenNumber ABSENT = CitizenNumber.complete("44030019900307003");
  @TempDir static Path folder;
  private static RunningEdge hub;
  private static FollowUpQuestions window;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    window = new FollowUpQuestions(hub, Guides.WINDOW);
    for (int serial = 1; serial < 10; serial++) {
      hub.submit(hub.alpha, Documents.licence(hub.alpha, serial, 1));
    }
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_report_reaches_its_issuer_who_alone_sees_what_it_should_be() {
    JsonNode answer = window.wrong("F-1", 1, RIGHT).json(200);
    assertThat(answer.required("outcome").asString()).isEqualTo("accepted");
    assertThat(answer.at("/feedback/state/code").asString()).isEqualTo("reported");
    assertThat(answer.at("/feedback/wrong/fields/0/shouldBe").asString()).isEqualTo("****");
    assertThat(answer.at("/receipt/entry").asString()).isNotBlank();
    String number = answer.at("/feedback/number").asString();
    JsonNode issuer = issuer().get(FEEDBACK + "/" + number).json(200);
    assertThat(issuer.at("/wrong/fields/0/shouldBe").asString()).isEqualTo(RIGHT);
    assertThat(issuer.at("/wrong/fields/0/name").asString()).isEqualTo("证照有效期截止日期");
    JsonNode supervisor = hub.as(Role.SUPERVISOR).get(FEEDBACK + "/" + number).json(200);
    assertThat(supervisor.toString()).doesNotContain(RIGHT);
    for (Caller it :
        List.of(
            hub.beta.caller(),
            new Caller("few", Role.APPROVER, Guides.FEW),
            new Caller("nobody", Role.APPROVER, null))) {
      assertThat(hub.as(it).get(FEEDBACK + "/" + number).problem()).isEqualTo("not-found");
    }
    String log = hub.as(Role.AUDITOR).get("/api/v1/accesses?limit=1000").text();
    assertThat(log).contains("feedback.report", "feedback.find", number);
  }

  @Test
  void issuer_reporter_supervisors_and_auditors_hear_of_it_and_nobody_else() {
    window.wrong("F-2", 2, "2037-07-07").json(200);
    String number = window.followUp("F-2");
    answer(number, "accepted", "").json(200);
    for (Caller it :
        List.of(
            hub.alpha.caller(),
            new Caller("w", Role.DEPARTMENT, Guides.WINDOW),
            new Caller("s", Role.SUPERVISOR, null),
            new Caller("a", Role.AUDITOR, null))) {
      assertThat(subjects(it, EventType.FEEDBACK_REPORTED)).as(it.toString()).contains(number);
      assertThat(subjects(it, EventType.FEEDBACK_ANSWERED)).as(it.toString()).contains(number);
    }
    for (Caller it :
        List.of(
            hub.beta.caller(),
            new Caller("o", Role.OPERATOR, null),
            new Caller("p", Role.PEER, null))) {
      assertThat(subjects(it, EventType.FEEDBACK_REPORTED)).as(it.toString()).isEmpty();
    }
    Caller supervisor = new Caller("s", Role.SUPERVISOR, null);
    assertThat(FollowUpQuestions.feed(hub, supervisor, EventType.FEEDBACK_REPORTED).toString())
        .doesNotContain("2037-07-07");
  }

  @Test
  void the_same_number_is_the_same_report_and_no_other() {
    JsonNode first = window.wrong("F-3", 3, RIGHT).json(200);
    long head = hub.library.outbox().head();
    JsonNode again = window.wrong("F-3", 3, RIGHT).json(200);
    assertThat(again.required("outcome").asString()).isEqualTo("duplicate");
    assertThat(again.required("receipt").required("entry"))
        .isEqualTo(first.required("receipt").required("entry"));
    assertThat(FollowUpQuestions.events(hub, EventType.FEEDBACK_REPORTED, window.followUp("F-3")))
        .hasSize(1);
    assertThat(hub.library.outbox().head()).isGreaterThanOrEqualTo(head);
    assertThat(window.wrong("F-3", 3, "2099-01-01").problem()).isEqualTo("number-used");
    assertThat(window.missing("F-3", ABSENT.text()).problem()).isEqualTo("number-used");
    FollowUpQuestions few = new FollowUpQuestions(hub, Guides.FEW);
    assertThat(few.wrong("F-3", 3, RIGHT).json(200).required("outcome").asString())
        .isEqualTo("accepted");
  }

  @Test
  void an_issuer_accepts_corrects_or_refuses_by_the_rules() {
    window.wrong("F-4", 4, RIGHT).json(200);
    String number = window.followUp("F-4");
    assertThat(answer(number, "refused", "").problem()).isEqualTo("step-refused");
    assertThat(answer(number, "corrected", "").problem()).isEqualTo("step-refused");
    assertThat(
            answer(number, "corrected", licence(Documents.identifier(hub.alpha, 404).toString()))
                .problem())
        .isEqualTo("step-refused");
    assertThat(answer(number, "accepted", "").json(200).at("/feedback/state/code").asString())
        .isEqualTo("accepted");
    assertThat(answer(number, "accepted", "").problem()).isEqualTo("step-refused");
    JsonNode refused = answer(number, "refused", ",\"reason\":\"与登记一致\"").json(200);
    assertThat(refused.at("/feedback/steps/2/reason").asString()).isEqualTo("与登记一致");
    assertThat(answer(number, "corrected", "").problem()).isEqualTo("step-refused");
    assertThat(
            hub.as(hub.beta.caller())
                .post(FEEDBACK + "/" + number + "/answer", body("accepted", ""))
                .problem())
        .isEqualTo("not-found");
    window.wrong("F-5", 5, RIGHT).json(200);
    String right = Documents.identifier(hub.alpha, 6).toString();
    JsonNode corrected = answer(window.followUp("F-5"), CLOSED, licence(right)).json(200);
    assertThat(corrected.at("/feedback/state/code").asString()).isEqualTo(CLOSED);
    assertThat(corrected.at("/feedback/steps/1/licence").asString()).isEqualTo(right);
  }

  @Test
  void a_correction_that_arrives_the_ordinary_way_closes_it_once() {
    window.wrong("F-7", 7, RIGHT).json(200);
    String number = window.followUp("F-7");
    hub.submit(
        hub.alpha, with(Documents.licence(hub.alpha, 7, 2), "\"负责人\":\"欧阳示例", "\"负责人\":\"别人"));
    hub.submit(hub.alpha, with(Documents.licence(hub.alpha, 7, 3), "2031-03-01", RIGHT));
    await().until(() -> state(number).equals(CLOSED));
    JsonNode found = issuer().get(FEEDBACK + "/" + number).json(200);
    assertThat(found.at("/steps/1/licence").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 7).toString());
    HistoryEntry closing =
        FollowUpQuestions.events(hub, EventType.FEEDBACK_ANSWERED, number).getFirst();
    JsonNode data = Json.MAPPER.readTree(closing.document()).required("data");
    HistoryEntry news =
        hub.library.outbox().after(data.required("ledgerIndex").asLong() - 1, 1).getFirst();
    assertThat(news.id()).isEqualTo("lic-7-3");
    hub.library.positions().keep("feedback-closing", "-1");
    new FeedbackClosing(
            hub.library, new OwnEvents(new Catalogue()), hub.library.leases().join("again"))
        .follow();
    assertThat(FollowUpQuestions.events(hub, EventType.FEEDBACK_ANSWERED, number)).hasSize(1);
    assertThat(answer(number, "accepted", "").problem()).isEqualTo("step-refused");
  }

  @Test
  void a_missing_licence_is_missed_until_its_own_holder_s_is_issued() {
    JsonNode answer = window.missing("F-8", ABSENT.text()).json(200);
    assertThat(answer.toString()).doesNotContain(ABSENT.text()).contains(ABSENT.masked());
    String number = window.followUp("F-8");
    JsonNode told = issuer().get(FEEDBACK + "/" + number).json(200);
    assertThat(told.at("/missing/holder/code").asString()).isEqualTo(ABSENT.text());
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 80, 1));
    hub.submit(
        hub.alpha,
        with(Documents.licence(hub.alpha, 81, 1), Documents.CITIZEN.text(), ABSENT.text()));
    await().until(() -> state(number).equals(CLOSED));
    assertThat(issuer().get(FEEDBACK + "/" + number).json(200).at("/steps/1/licence").asString())
        .isEqualTo(Documents.identifier(hub.alpha, 81).toString());
  }

  @Test
  void lists_tell_each_his_own_and_what_is_overdue() {
    new FollowUpQuestions(hub, Guides.FEW).wrong("F-9", 9, RIGHT).json(200);
    String number = new FollowUpQuestions(hub, Guides.FEW).followUp("F-9");
    assertThat(list(hub.as(new Caller("few", Role.APPROVER, Guides.FEW)), "open")).contains(number);
    assertThat(list(window.client(), "all")).doesNotContain(number);
    assertThat(list(issuer(), "open")).contains(number);
    assertThat(list(hub.as(hub.beta.caller()), "all")).isEmpty();
    assertThat(list(hub.as(Role.SUPERVISOR), "overdue")).doesNotContain(number);
    assertThat(issuer().get(FEEDBACK + "?state=soon").problem()).isEqualTo("request-malformed");
    hub.later(Duration.ofDays(11));
    assertThat(list(hub.as(Role.SUPERVISOR), "overdue")).contains(number);
    JsonNode late = hub.as(Role.SUPERVISOR).get(FEEDBACK + "/" + number).json(200);
    assertThat(late.required("overdue").asBoolean()).isTrue();
    assertThat(late.required("openDays").asLong()).isEqualTo(11);
    assertThat(hub.as(Role.OPERATOR).get("/metrics").text())
        .containsPattern("licencehub_followups_overdue\\{kind=\"feedback\"} [1-9]");
    assertThat(FollowUpHealth.items(hub.library.followUps(), ChinaTime.dayOf(hub.now())))
        .filteredOn(it -> it.name().equals("overdue feedback"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(HealthItem.Status.DEGRADED);
              assertThat(it.cause().en()).contains("/api/v1/feedback?state=overdue");
            });
  }

  @Test
  void a_report_half_made_is_refused_by_name() {
    String sound = window.wrongBody("F-10", 1, RIGHT);
    assertThat(hub.as(Role.APPROVER).post(FEEDBACK, sound).problem())
        .isEqualTo("organisation-missing");
    for (String flawed :
        List.of(
            sound.replace("\"number\":\"F-10\"", "\"number\":\"a b\""),
            sound.replace("证照有效期截止日期", "血型"),
            sound.replace("\"wrong\"", "\"bad\""),
            sound.replace("\"wrong\"", "\"missing\":{},\"wrong\""),
            sound.replaceAll("\"fields\":\\[.*\\]", "\"fields\":[]"))) {
      assertThat(window.client().post(FEEDBACK, flawed).problem())
          .as(flawed)
          .isEqualTo("request-malformed");
    }
    assertThat(window.wrong("F-11", 404, RIGHT).problem()).isEqualTo("not-found");
    assertThat(window.client().post(FEEDBACK, sound.replace("\"tester\"", "\"\"")).problem())
        .isEqualTo("reason-missing");
  }

  @Test
  void repeated_and_shuffled_events_add_up_to_the_same() {
    window.wrong("F-12", 1, RIGHT).json(200);
    String number = window.followUp("F-12");
    answer(number, "accepted", "").json(200);
    answer(number, "refused", ",\"reason\":\"无误\"").json(200);
    List<HistoryEntry> events = new ArrayList<>(hub.library.followUps().events(number));
    assertThat(events).hasSize(3);
    events.addAll(List.copyOf(events));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(FeedbackEvents.fold(events).orElseThrow().feedback().steps())
          .extracting(it -> it.state())
          .containsExactly(State.REPORTED, State.ACKNOWLEDGED, State.REFUSED);
    }
  }

  private static String state(String number) {
    return issuer().get(FEEDBACK + "/" + number).json(200).at("/state/code").asString();
  }

  private static EdgeClient issuer() {
    return hub.as(hub.alpha.caller());
  }

  private static EdgeClient.Reply answer(String number, String state, String more) {
    return issuer().post(FEEDBACK + "/" + number + "/answer", body(state, more));
  }

  private static String body(String state, String more) {
    return "{\"state\":\"" + state + "\",\"operator\":\"wang.wu\"" + more + "}";
  }

  private static String licence(String identifier) {
    return ",\"licence\":\"" + identifier + "\"";
  }

  private static List<String> list(EdgeClient client, String state) {
    return client
        .get(FEEDBACK + "?limit=200&state=" + state)
        .json(200)
        .required("feedback")
        .valueStream()
        .map(it -> it.required("number").asString())
        .toList();
  }

  private static List<String> subjects(Caller caller, EventType type) {
    return FollowUpQuestions.feed(hub, caller, type).stream()
        .map(it -> it.required("subject").asString())
        .toList();
  }
}
