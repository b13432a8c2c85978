package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import licencehub.hub.access.Role;
import licencehub.hub.http.HealthItem.Status;
import licencehub.model.Text;
import licencehub.schemas.Contracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OperationTest {
  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_critical_dependency_that_is_down_makes_the_hub_not_ready_and_says_why() {
    List<HealthItem> before = hub.health.get();
    Text cause = Text.of("磁盘已满", "the disk is full");
    hub.health.set(List.of(new HealthItem("library", true, Status.DOWN, cause)));
    try {
      JsonNode ready = hub.client().get("/health/ready").json(503);
      assertThat(ready.required("status").asString()).isEqualTo("down");
      assertThat(ready.at("/items/0/cause/zh").asString()).isEqualTo("磁盘已满");
      assertThat(hub.client().get("/health").status()).isEqualTo(200);
      assertThat(hub.client().get("/health/live").status()).isEqualTo(200);
    } finally {
      hub.health.set(before);
    }
  }

  @Test
  void a_dependency_that_is_not_critical_degrades_only() {
    List<HealthItem> before = hub.health.get();
    Text cause = Text.of("吊销列表过期", "the revocation list is stale");
    hub.health.set(List.of(new HealthItem("revocation", false, Status.DOWN, cause)));
    try {
      JsonNode ready = hub.client().get("/health/ready").json(200);
      assertThat(ready.required("status").asString()).isEqualTo("degraded");
    } finally {
      hub.health.set(before);
    }
  }

  @Test
  void sources_tell_their_phase_and_outcomes() {
    JsonNode sources = hub.as(Role.OPERATOR).get("/api/v1/sources").json(200).required("sources");
    assertThat(sources.size()).isEqualTo(4);
    assertThat(sources.at("/0/source").asString()).isEqualTo("alpha-front");
    assertThat(sources.at("/0/phase").asString()).isEqualTo("running");
    assertThat(sources.at("/0/outcomes/accepted").asLong()).isEqualTo(1);
  }

  @Test
  void a_source_that_cannot_be_read_tells_why_since_when_and_when_it_is_asked_again() {
    hub.collect(hub.collected);
    JsonNode first = await().until(OperationTest::collected, it -> it.has("trouble"));
    assertThat(first.path("phase").asString()).isEqualTo("waiting");
    assertThat(first.path("trouble").asString())
        .startsWith("folder-front: ")
        .contains("目录不存在", "no such folder", "inbox");
    Instant since = Instant.parse(first.path("troubleSince").asString());
    JsonNode later =
        await()
            .until(
                OperationTest::collected,
                it -> Instant.parse(it.path("lastTrouble").asString()).isAfter(since));
    assertThat(Instant.parse(later.path("troubleSince").asString())).isEqualTo(since);
    assertThat(later.path("trouble")).isEqualTo(first.path("trouble"));
    assertThat(Instant.parse(later.path("nextAttempt").asString()))
        .isAfter(Instant.parse(later.path("lastTrouble").asString()));
  }

  private static JsonNode collected() {
    JsonNode sources = hub.as(Role.OPERATOR).get("/api/v1/sources").json(200).required("sources");
    return sources
        .valueStream()
        .filter(it -> it.path("source").asString().equals("folder-front"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void metrics_count_outcomes_requests_and_what_waits() {
    hub.client().get("/health");
    String text = hub.as(Role.OPERATOR).get("/metrics").text();
    assertThat(text)
        .contains("licencehub_outcomes_total{outcome=\"accepted\",source=\"alpha-front\"} 1.0")
        .contains("licencehub_source_phase{phase=\"running\",source=\"alpha-front\"} 1.0")
        .contains("licencehub_journal_waiting ")
        .containsPattern("licencehub_http_requests_seconds_count\\{operation=\"health\"");
  }

  @Test
  void the_contract_and_its_page_come_without_foreign_resources() {
    assertThat(hub.client().get("/api/openapi.yaml").text()).isEqualTo(Contracts.openApi());
    EdgeClient.Reply page = hub.client().get("/docs/api");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(page.text())
        .startsWith("<!doctype html><html lang=\"zh-CN\">")
        .doesNotContain("<script", "http://", "src=");
    assertThat(page.text()).contains("searchLicences", "POST", "/api/v1/submissions");
  }

  @Test
  void the_page_escapes_what_the_contract_says() {
    JsonNode api = Json.MAPPER.readTree("{\"info\":{\"title\":\"<script>alert(1)</script>\"}}");
    assertThat(new ApiHtml(api).page()).doesNotContain("<script>").contains("&lt;script&gt;");
  }
}
