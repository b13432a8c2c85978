package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.code.CreditCode;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Somebody opens a restaurant: market supervision leads (alpha), fire (beta) and health (slow) have
 * a part each.
 */
class JointTest {
  private static final String JOINTS = "/api/v1/joints";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static Department market;
  private static Department fire;
  private static Department health;
  private JointDocuments it;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.collect(hub.slow);
    market = hub.alpha;
    fire = hub.beta;
    health = hub.slow;
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void open() {
    it = new JointDocuments("LB-" + NUMBERS.incrementAndGet(), market);
    accepted(market, it.opened(1, fire, health));
  }

  @Test
  void each_department_sees_its_own_and_where_the_others_stand() {
    accepted(fire, it.accepted(fire, "XF"));
    JsonNode whole = seenBy(market);
    assertThat(whole.required("youLead").asBoolean()).isTrue();
    assertThat(texts(whole, "/parts", "caseNumber"))
        .containsExactly(it.number("SP"), it.number("XF"), it.number("WS"));
    assertThat(texts(whole, "/materials", "code")).containsExactly("F01", "F02");
    JsonNode part = seenBy(fire);
    assertThat(texts(part, "/materials", "code")).containsExactly("F01");
    assertThat(texts(part, "/parts", "caseNumber")).containsExactly(it.number("XF"));
    assertThat(part.at("/parts/0/progress/code").asString()).isEqualTo("not-begun");
    assertThat(part.at("/parts/1/stage/code").asString()).isEqualTo("acceptance");
    assertThat(part.has("notes")).isFalse();
    assertThat(seenBy(health).at("/materials/0/name").asString()).isEqualTo("健康证明");
    assertThat(seenBy(health).has("inspection")).isFalse();
    for (Department each : List.of(market, fire, health)) {
      assertThat(seenBy(each).toString())
          .doesNotContain(Documents.PERSON, Documents.CITIZEN.text())
          .contains("\"name\":\"欧***\"");
    }
  }

  @Test
  void a_stranger_sees_nothing_and_nobody_looks_without_a_reason() {
    String path = JOINTS + "/" + it.joint();
    EdgeClient stranger = as(hub.collected.organisation().code());
    assertThat(asked(stranger, path).problem()).isEqualTo("not-found");
    assertThat(asked(stranger, JOINTS).json(200).required("joints")).isEmpty();
    assertThat(asked(hub.as(Role.APPROVER), path).problem()).isEqualTo("organisation-missing");
    assertThat(as(market.organisation().code()).get(path).problem()).isEqualTo("reason-missing");
    assertThat(as(market.organisation().code()).get(JOINTS).problem()).isEqualTo("reason-missing");
    assertThat(hub.as(market.caller()).get(path).status()).isEqualTo(403);
    assertThat(hub.client().get(path).status()).isEqualTo(401);
    assertThat(hub.library.accesses().list(it.joint(), Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(one -> assertThat(one.result()).isEqualTo("absent"));
    seenBy(health);
    assertThat(hub.library.accesses().list(it.joint(), Long.MAX_VALUE, 10))
        .extracting(one -> one.action() + " " + one.result())
        .contains("joints.find found");
  }

  @Test
  void what_one_has_checked_the_others_see_as_checked() {
    accepted(market, it.accepted(market, "SP"));
    assertThat(texts(own(market), "/next", "code")).contains("check-materials");
    accepted(fire, it.checked(fire, "F01", JointDocuments.PLAN));
    assertThat(texts(own(market), "/next", "code")).doesNotContain("check-materials");
    JsonNode material = seenBy(market).at("/materials/0");
    assertThat(material.at("/standing/code").asString()).isEqualTo("sound");
    assertThat(material.at("/checks/0/department/name").asString())
        .isEqualTo(fire.organisation().name());
    accepted(fire, it.checked(fire, "F09", ""));
    assertThat(texts(seenBy(market), "/notes", "code")).contains("check-of-nothing");
  }

  @Test
  void a_prerequisite_is_waited_for_and_flagged_where_it_was_not() {
    accepted(market, it.accepted(market, "SP"));
    JsonNode waiting = own(market);
    assertThat(waiting.required("mayIssue").asBoolean()).isFalse();
    assertThat(waiting.at("/waitsFor/0/item").asString()).isEqualTo("消防安全检查");
    accepted(market, it.issued(market, "SP", 5));
    assertThat(texts(own(market), "/flags", "code")).containsExactly("issued-early");
    assertThat(own(market).at("/progress/code").asString()).isEqualTo("issued");
    accepted(fire, it.issued(fire, "XF", 6));
    assertThat(texts(seenBy(market), "/notes", "code")).contains("issued-early");
    JointDocuments inTime = new JointDocuments("IN-TIME-" + it.joint(), market);
    it = inTime;
    accepted(market, it.opened(1, fire, health));
    accepted(fire, it.issued(fire, "XF", 4));
    assertThat(own(market).required("mayIssue").asBoolean()).isTrue();
    accepted(market, it.issued(market, "SP", 5));
    assertThat(own(market).required("flags")).isEmpty();
  }

  @Test
  void two_queries_become_one_notice_to_the_applicant() {
    accepted(market, it.applied(market, "SP"));
    accepted(fire, it.applied(fire, "XF"));
    assertThat(publicly("SP").at("/joints/0/number").asString()).isEqualTo(it.joint());
    assertThat(publicly("SP").at("/joints/0").has("notice")).isFalse();
    accepted(market, it.asked(market, "SP", Documents.PERSON + "的合同缺页", "\"租赁合同\",\"疏散示意图\""));
    accepted(fire, it.asked(fire, "XF", "缺图", "\"疏散 示意图\""));
    for (String part : List.of("SP", "XF")) {
      JsonNode notice = publicly(part).at("/joints/0/notice");
      assertThat(texts(notice, "/materials", "name")).containsExactly("疏散示意图", "租赁合同");
      assertThat(notice.at("/materials/0/departments").size()).isEqualTo(2);
      assertThat(notice.required("asks").size()).isEqualTo(2);
      assertThat(notice.toString()).doesNotContain(Documents.PERSON).contains("欧***的合同缺页");
    }
    assertThat(seenBy(market).at("/notice/asks").size()).isEqualTo(2);
    assertThat(texts(seenBy(fire), "/notice/asks", "item")).containsExactly("消防安全检查");
    assertThat(seenBy(health).has("notice")).isFalse();
    accepted(market, it.received(market, "SP"));
    assertThat(texts(publicly("SP").at("/joints/0/notice"), "/materials", "name"))
        .containsExactly("疏散 示意图");
    accepted(fire, it.received(fire, "XF"));
    assertThat(publicly("XF").at("/joints/0").has("notice")).isFalse();
  }

  @Test
  void the_inspection_and_every_outcome_return_to_the_lead() {
    assertThat(texts(seenBy(market), "/notes", "code")).containsExactly("inspection-to-arrange");
    accepted(market, it.held(market, fire));
    assertThat(seenBy(fire).at("/inspection/findings/1/result/code").asString())
        .isIn("rectify", "passed");
    assertThat(seenBy(market).required("inspection").required("findings").size()).isEqualTo(2);
    assertThat(seenBy(market).required("notes")).isEmpty();
    accepted(fire, it.issued(fire, "XF", 4));
    accepted(health, it.issued(health, "WS", 4));
    assertThat(listed(market)).contains(it.joint());
    accepted(market, it.issued(market, "SP", 5));
    JsonNode whole = seenBy(market);
    assertThat(whole.required("done").asBoolean()).isTrue();
    assertThat(texts(whole, "/notes", "code")).containsExactly("all-done");
    assertThat(texts(whole, "/parts", "result"))
        .containsExactly("completed", "completed", "completed");
    for (Department each : List.of(market, fire, health)) {
      assertThat(listed(each)).doesNotContain(it.joint());
    }
  }

  @Test
  void a_list_is_paged_oldest_first_with_what_to_do_next() {
    JointDocuments second = new JointDocuments("SECOND-" + it.joint(), market);
    accepted(market, second.opened(1, fire, health));
    List<String> all = listed(fire);
    assertThat(all.indexOf(it.joint())).isLessThan(all.indexOf(second.joint()));
    JsonNode page = asked(as(fire.organisation().code()), JOINTS + "?limit=1").json(200);
    assertThat(page.required("joints").size()).isEqualTo(1);
    assertThat(texts(page.at("/joints/0"), "/parts/0/next", "code")).isNotEmpty();
    JsonNode next =
        asked(
                as(fire.organisation().code()),
                JOINTS + "?limit=1&after=" + page.required("next").asLong())
            .json(200);
    assertThat(next.at("/joints/0/number").asString())
        .isNotEqualTo(page.at("/joints/0/number").asString());
    assertThat(page.toString()).doesNotContain(Documents.PERSON);
  }

  @Test
  void the_feed_brings_it_to_all_at_once_and_to_each_what_its_parts_need() {
    accepted(fire, it.checked(fire, "F01", JointDocuments.PLAN));
    JsonNode whole = fed(market, EventType.JOINT_OPENED);
    assertThat(whole.toString()).contains(Documents.CITIZEN.text());
    assertThat(texts(whole, "/data/materials", "code")).containsExactly("F01", "F02");
    JsonNode part = fed(fire, EventType.JOINT_OPENED);
    assertThat(texts(part, "/data/parts", "caseNumber")).containsExactly(it.number("XF"));
    assertThat(texts(part, "/data/materials", "code")).containsExactly("F01");
    assertThat(part.at("/data/materials/0/for").size()).isEqualTo(1);
    assertThat(part.at("/data/inspection/lead").isString()).isTrue();
    assertThat(part.toString()).doesNotContain(Documents.PERSON, Documents.CITIZEN.text());
    JsonNode other = fed(health, EventType.JOINT_OPENED);
    assertThat(texts(other, "/data/materials", "code")).containsExactly("F02");
    assertThat(other.path("data").has("inspection")).isFalse();
    assertThat(fed(market, EventType.JOINT_CHECKED).at("/data/material").asString())
        .isEqualTo("F01");
    assertThat(fed(health, EventType.JOINT_CHECKED).isMissingNode()).isTrue();
    assertThat(fed(hub.collected, EventType.JOINT_OPENED).isMissingNode()).isTrue();
  }

  @Test
  void nobody_else_opens_it_anew_and_a_stranger_s_claim_reaches_no_applicant() {
    accepted(market, it.applied(market, "SP"));
    JointDocuments claim = new JointDocuments(it.joint(), fire);
    accepted(fire, claim.opened(9, fire, fire));
    JsonNode whole = seenBy(market);
    assertThat(whole.at("/lead/code").asString()).isEqualTo(market.organisation().code().text());
    assertThat(texts(whole, "/notes", "code")).contains("claimed");
    JointDocuments other = new JointDocuments("OTHER-" + it.joint(), fire);
    byte[] stolen =
        FollowUpQuestions.with(other.opened(1, fire, fire), other.number("SP"), it.number("SP"));
    accepted(fire, stolen);
    assertThat(texts(publicly("SP"), "/joints", "number")).containsExactly(it.joint());
    accepted(market, it.opened(2, fire, fire));
    assertThat(asked(as(health.organisation().code()), JOINTS + "/" + it.joint()).problem())
        .isEqualTo("not-found");
  }

  private static void accepted(Department by, byte[] document) {
    JsonNode outcomes = hub.submit(by, document);
    assertThat(outcomes.toString()).contains("\"accepted\"");
  }

  private JsonNode seenBy(Department department) {
    return asked(as(department.organisation().code()), JOINTS + "/" + it.joint()).json(200);
  }

  /** The department's own part, as it sees it. */
  private JsonNode own(Department department) {
    for (JsonNode part : seenBy(department).required("parts")) {
      if (part.at("/department/code").asString().equals(department.organisation().code().text())) {
        return part;
      }
    }
    throw new AssertionError("no part of its own");
  }

  private List<String> listed(Department department) {
    JsonNode page = asked(as(department.organisation().code()), JOINTS + "?limit=200").json(200);
    return texts(page, "/joints", "number");
  }

  private JsonNode publicly(String part) {
    return hub.client()
        .get("/api/v1/cases/" + it.number(part), "Licencehub-Query-Password", Documents.PASSWORD)
        .json(200);
  }

  /** The event of a type about this joint application, as the department's feed has it. */
  private JsonNode fed(Department department, EventType type) {
    return FollowUpQuestions.feed(hub, department.caller(), type).stream()
        .filter(one -> one.required("subject").asString().equals(it.joint()))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private static EdgeClient as(CreditCode organisation) {
    return hub.as(new Caller("window", Role.APPROVER, organisation));
  }

  private static EdgeClient.Reply asked(EdgeClient client, String path) {
    return client.get(
        path,
        "Licencehub-Item",
        "11370800MB285591843370117002011",
        "Licencehub-Case",
        "CASE-9",
        "Licencehub-Purpose",
        "joint",
        "Licencehub-Operator",
        "zhang.san");
  }

  private static List<String> texts(JsonNode json, String list, String key) {
    return json.at(list)
        .valueStream()
        .filter(one -> one.has(key))
        .map(one -> one.required(key).asString())
        .toList();
  }
}
