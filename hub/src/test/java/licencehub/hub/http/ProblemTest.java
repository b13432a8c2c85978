package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProblemTest {
  private static final Path PROBLEMS = Path.of("..", "docs", "problems.md");
  private static final Pattern HEADING =
      Pattern.compile("^## `([a-z-]+)` ([0-9]{3})$", Pattern.MULTILINE);

  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void every_problem_is_explained_in_the_docs_and_no_other() throws IOException {
    String text = Files.readString(PROBLEMS);
    List<String> explained =
        HEADING.matcher(text).results().map(it -> it.group(1) + ' ' + it.group(2)).toList();
    List<String> known =
        Arrays.stream(ProblemType.values()).map(it -> it.code() + ' ' + it.status()).toList();
    assertThat(explained).containsExactlyElementsOf(known);
    for (String section : text.split("\n## ", -1)) {
      if (section.startsWith("`")) {
        assertThat(section)
            .contains("发生了什么", "谁来处理", "怎么处理", "What happened", "Who mends it", "How");
      }
    }
  }

  @Test
  void an_unknown_route_is_a_problem_in_both_languages() {
    EdgeClient.Reply reply = hub.client().get("/api/v1/nothing");
    assertThat(reply.problem()).isEqualTo("route-unknown");
    JsonNode problem = Json.MAPPER.readTree(reply.response().body());
    assertThat(problem.required("type").asString())
        .isEqualTo("urn:licencehub:problem:route-unknown");
    assertThat(problem.at("/titles/zh").asString()).isNotBlank();
    assertThat(problem.at("/remedy/en").asString()).isNotBlank();
    assertThat(problem.required("instance").asString())
        .isEqualTo("urn:uuid:" + reply.header("Licencehub-Request"));
  }

  @Test
  void an_unknown_method_is_a_problem() {
    assertThat(hub.client().send("PUT", "/health", new byte[0]).problem())
        .isEqualTo("method-unknown");
    assertThat(hub.client().send("PATCH", "/api/v1/submissions", new byte[0]).problem())
        .isEqualTo("method-unknown");
  }

  @Test
  void every_answer_carries_the_security_headers_and_its_own_number() {
    EdgeClient.Reply first = hub.client().get("/health");
    EdgeClient.Reply second = hub.client().get("/nothing");
    for (EdgeClient.Reply it : List.of(first, second)) {
      assertThat(it.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(it.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(it.header("Cache-Control")).isEqualTo("no-store");
      assertThat(it.header("Server")).isEmpty();
    }
    assertThat(first.header("Licencehub-Request"))
        .isNotEqualTo(second.header("Licencehub-Request"));
  }

  @Test
  void a_malformed_request_is_told_what_is_wrong_and_not_how_the_hub_is_built() {
    for (String path :
        List.of(
            "/api/v1/quarantine?limit=0",
            "/api/v1/quarantine/x",
            "/api/v1/quarantine/99999999999999999999",
            "/api/v1/submissions/UPPER/1",
            "/api/v1/accesses?before=-5")) {
      EdgeClient client = hub.as(path.contains("accesses") ? Role.AUDITOR : Role.OPERATOR);
      EdgeClient.Reply reply = client.get(path);
      assertThat(reply.problem()).as(path).isEqualTo("request-malformed");
      assertThat(reply.text()).doesNotContain("Exception", "licencehub.", "at java");
    }
  }

  @Test
  void paths_that_climb_or_hide_are_refused() {
    for (String path : List.of("/health/%2e%2e/metrics", "/health/..;/metrics", "/%00", "/a%5cb")) {
      assertThat(hub.client().get(path).status()).as(path).isBetween(400, 404);
    }
  }
}
