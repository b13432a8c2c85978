package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.federation.exchange.Extent;
import licencehub.hub.access.Role;
import licencehub.model.Digest;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A province, two of its cities and a county of one: cases go up, across and down. */
class ExchangeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TASK = "3370117002011";

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private RegionalHub province;

  @SuppressWarnings("NullAway.Init")
  private RegionalHub east;

  @SuppressWarnings("NullAway.Init")
  private RegionalHub west;

  @SuppressWarnings("NullAway.Init")
  private RegionalHub county;

  @BeforeEach
  void start() throws Exception {
    province = hub("440000", "province");
    east = hub("440100", "city");
    west = hub("440300", "city");
    county = hub("440303", "county");
    both(east, Extent.FULL, province, Extent.FULL);
    both(west, Extent.FULL, province, Extent.FULL);
    both(county, Extent.METADATA, west, Extent.FULL);
    east.letIn(west);
    west.letIn(east);
    List.of(province, east, west, county).forEach(RegionalHub::start);
  }

  @AfterEach
  void stop() {
    List.of(county, west, east, province).forEach(RegionalHub::close);
  }

  @Test
  void a_case_accepted_in_one_city_is_handled_in_another_and_comes_back() throws Exception {
    east.submit(EventType.CASE_ACCEPTED, "E-1", 1, accepted(east));
    east.submit(EventType.CASE_APPLIED, "E-2", 1, applied(west));
    east.submit(EventType.CASE_ACCEPTED, "E-2", 1, accepted(west));
    steps(west, "E-2", "application", "acceptance");
    assertThat(west.feedOfDepartment())
        .containsExactlyInAnyOrder("case.applied.v1 E-2", "case.accepted.v1 E-2");
    west.submit(EventType.CASE_STEP, "E-2", 1, examined());
    west.submit(EventType.CASE_COMPLETED, "E-2", 1, completed());
    for (RegionalHub each : List.of(east, west, province)) {
      steps(each, "E-2", "application", "acceptance", "examination", "completion");
    }
    JsonNode applied = document(west, "E-2", "application");
    assertThat(applied.at("/data/materials/0/name").asString()).isEqualTo("营业执照");
    assertThat(applied.path("source").asString()).isEqualTo("/sources/peer-gd-440000");
    // What concerns the west alone, or the east alone, the other does not hear of.
    steps(province, "E-1", "acceptance");
    assertThat(province.feedOfDepartment()).isEmpty();
    assertThat(west.find("E-1").path("steps").isMissingNode()).isTrue();
    assertThat(county.find("E-2").path("steps").isMissingNode()).isTrue();
  }

  @Test
  void the_files_of_an_application_are_had_where_it_is_handled() throws Exception {
    byte[] plan = "%PDF-1.7 平面图".getBytes(UTF_8);
    assertThat(east.send("<html>".getBytes(UTF_8)).path("code").asString())
        .isEqualTo("media-type-unknown");
    JsonNode file = east.send(plan);
    ObjectNode applied = applied(west);
    ((ObjectNode) applied.at("/materials/0")).set("file", file);
    east.submit(EventType.CASE_APPLIED, "F-1", 1, applied);
    steps(west, "F-1", "application");
    String digest = file.path("digest").asString();
    assertThat(digest)
        .isEqualTo(Digest.of("licencehub-material/v1\n%PDF-1.7 平面图".getBytes(UTF_8)).toString());
    assertThat(west.material("F-1", digest, west.department.code())).isEqualTo(plan);
    assertThat(east.material("F-1", digest, east.department.code())).isEqualTo(plan);
    for (RegionalHub each : List.of(west, east)) {
      assertThat(each.material("F-1", digest, county.department.code()))
          .asString(UTF_8)
          .contains("not-found");
    }
    ((ObjectNode) applied.at("/materials/0/file")).put("digest", "0".repeat(64));
    assertThatThrownBy(() -> east.submit(EventType.CASE_APPLIED, "F-2", 1, applied))
        .hasMessageContaining("file.absent");
  }

  @Test
  void each_level_has_what_was_agreed() throws Exception {
    county.submit(EventType.CASE_APPLIED, "C-1", 1, applied(county));
    county.submit(EventType.CASE_STEP, "C-1", 1, examined());
    steps(west, "C-1", "application", "examination");
    steps(province, "C-1", "application", "examination");
    JsonNode applied = document(west, "C-1", "application").path("data");
    assertThat(applied.has("applicant")).isTrue();
    assertThat(applied.has("materials") || applied.has("contact")).isFalse();
    assertThat(document(west, "C-1", "examination").path("data").has("opinion")).isFalse();
    assertThat(document(county, "C-1", "examination").path("data").has("opinion")).isTrue();
  }

  @Test
  void nothing_is_lost_or_doubled_while_hubs_come_and_go() throws Exception {
    List<String> sent = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 20; i++) {
        String number = "R-" + round + "-" + i;
        county.submit(EventType.CASE_ACCEPTED, number, 1, accepted(county));
        sent.add(number);
      }
      RegionalHub goes = round == 0 ? west : province;
      goes.close();
      goes.start();
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(subjects(province)).containsAll(sent));
    for (RegionalHub each : List.of(west, province)) {
      assertThat(subjects(each)).doesNotHaveDuplicates().hasSameElementsAs(sent);
    }
    assertThat(subjects(east)).isEmpty();
    assertThat(west.operator(Role.OPERATOR).get("/health")).contains("source peer-gd-440303");
  }

  @Test
  void a_case_becomes_the_concern_of_a_region_later() throws Exception {
    ObjectNode silent = accepted(east);
    silent.remove("item");
    east.submit(EventType.CASE_ACCEPTED, "L-1", 1, silent);
    steps(province, "L-1", "acceptance");
    east.submit(EventType.CASE_APPLIED, "L-1", 1, applied(west));
    steps(west, "L-1", "application", "acceptance");
  }

  @Test
  void what_was_not_given_before_is_missing_at_the_reconciliation_and_comes() throws Exception {
    gives(Extent.CATALOGUE);
    county.submit(EventType.CASE_APPLIED, "M-1", 1, applied(county));
    county.submit(EventType.CASE_ACCEPTED, "M-1", 1, accepted(county));
    steps(west, "M-1", "acceptance");
    health(west, "1 steps, of which 0 were missing");
    gives(Extent.FULL);
    west.close();
    west.start();
    steps(west, "M-1", "application", "acceptance");
    health(west, "2 steps, of which 1 were missing");
  }

  private static void health(RegionalHub hub, String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(hub.operator(Role.OPERATOR).get("/health")).contains(words));
  }

  /** What the county tells its city from now on. */
  private void gives(Extent extent) {
    county.close();
    county.agree(west, extent);
    county.start();
  }

  private static void both(RegionalHub one, Extent oneGives, RegionalHub other, Extent otherGives) {
    one.agree(other, oneGives);
    other.agree(one, otherGives);
  }

  private RegionalHub hub(String region, String level) throws Exception {
    return new RegionalHub(Files.createDirectories(folder.resolve(region)), region, level);
  }

  private static void steps(RegionalHub hub, String number, String... stages) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(hub.find(number).path("steps").valueStream())
                    .as(hub.id)
                    .extracting(it -> it.at("/stage/code").asString())
                    .containsExactlyInAnyOrder(stages));
  }

  private static JsonNode document(RegionalHub hub, String number, String stage) throws Exception {
    return hub.find(number)
        .path("steps")
        .valueStream()
        .filter(it -> it.at("/stage/code").asString().equals(stage))
        .findFirst()
        .orElseThrow()
        .path("document");
  }

  private static List<String> subjects(RegionalHub hub) throws Exception {
    return hub.feed().valueStream().map(it -> it.at("/event/subject").asString()).toList();
  }

  private static ObjectNode accepted(RegionalHub whose) {
    ObjectNode data = JsonMapper.shared().createObjectNode();
    data.put("result", "accepted").put("acceptedAt", "2026-03-02T09:30:00+08:00");
    item(data, whose);
    return data;
  }

  private static ObjectNode applied(RegionalHub whose) {
    ObjectNode data = JsonMapper.shared().createObjectNode();
    item(data, whose);
    data.put("projectName", "食品经营许可").put("kind", "promised").put("channel", "counter");
    data.putObject("applicant")
        .put("name", "张三")
        .put("codeType", "111")
        .put("code", "11010519491231002X");
    data.putObject("contact").put("name", "李四").put("phone", "0755-12345678");
    data.putArray("materials")
        .addObject()
        .put("name", "营业执照")
        .put("taken", "paper")
        .put("count", 1);
    data.put("queryPassword", "638201").put("appliedAt", "2026-03-02T09:00:00+08:00");
    return data;
  }

  private static ObjectNode examined() {
    return JsonMapper.shared()
        .createObjectNode()
        .put("stage", "examination")
        .put("sequence", 1)
        .put("handler", "王五")
        .put("opinion", "同意")
        .put("endedAt", "2026-03-03T09:00:00+08:00")
        .put("result", "agreed");
  }

  private static ObjectNode completed() {
    return JsonMapper.shared()
        .createObjectNode()
        .put("result", "returned")
        .put("reason", "条件不符")
        .put("completedAt", "2026-03-04T09:00:00+08:00");
  }

  private static void item(ObjectNode data, RegionalHub whose) {
    data.putObject("item").put("code", whose.department.code() + TASK).put("name", "食品经营许可");
  }
}
