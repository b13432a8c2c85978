package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FeedTest {
  private static final String FEED = "/api/v1/feed";

  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
    hub.submit(
        hub.alpha, Documents.licence(hub.alpha, 1, 1), Documents.applied(hub.alpha, "CASE-1"));
    hub.submit(hub.beta, Documents.licence(hub.beta, 2, 1));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_peer_reads_everything_page_by_page_without_gaps() {
    EdgeClient peer = hub.as(Role.PEER);
    long position = -1;
    Set<Long> seen = new HashSet<>();
    for (JsonNode page = read(peer, position); !page.required("events").isEmpty(); ) {
      page.required("events").forEach(it -> seen.add(it.required("sequence").asLong()));
      position = page.required("next").asLong();
      page = read(peer, position);
    }
    assertThat(seen).contains(0L, 1L, 2L).hasSize((int) position + 1);
  }

  @Test
  void a_department_reads_its_own_events_only_and_moves_on_over_the_others() {
    JsonNode page = hub.as(hub.beta.caller()).get(FEED).json(200);
    page.required("events")
        .forEach(it -> assertThat(it.at("/event/source").asString()).endsWith("beta-front"));
    assertThat(page.required("events").size()).isPositive();
    JsonNode rest =
        hub.as(hub.beta.caller()).get(FEED + "?after=" + page.required("head").asLong()).json(200);
    assertThat(rest.required("next")).isEqualTo(page.required("head"));
  }

  @Test
  void query_passwords_leave_with_nobody() {
    for (EdgeClient it :
        java.util.List.of(hub.as(Role.PEER), hub.as(hub.alpha.caller()), hub.as(Role.OPERATOR))) {
      assertThat(it.get(FEED).text())
          .contains("CASE-1")
          .doesNotContain("queryPassword", Documents.PASSWORD);
    }
  }

  @Test
  void supervisors_and_operators_see_no_person_and_peers_get_the_whole_event() {
    assertThat(hub.as(Role.SUPERVISOR).get(FEED).text())
        .doesNotContain(Documents.CITIZEN.text(), Documents.PERSON);
    assertThat(hub.as(Role.PEER).get(FEED).text()).contains(Documents.CITIZEN.text());
  }

  @Test
  void a_long_poll_ends_when_something_comes()
      throws InterruptedException, ExecutionException, TimeoutException {
    long head = hub.library.outbox().head();
    EdgeClient peer = hub.as(Role.PEER);
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(() -> peer.get(FEED + "?wait=30&after=" + head).json(200));
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 3, 1));
    JsonNode page = waiting.get(20, TimeUnit.SECONDS);
    assertThat(page.at("/events/0/sequence").asLong()).isGreaterThan(head);
  }

  @Test
  void a_poll_without_news_ends_empty_after_its_wait() {
    long head = hub.library.outbox().head() + 1000;
    JsonNode page = hub.as(Role.PEER).get(FEED + "?wait=1&after=" + head).json(200);
    assertThat(page.required("events").size()).isZero();
    assertThat(page.required("next").asLong()).isEqualTo(head);
  }

  @Test
  void a_stream_starts_behind_the_last_event_and_goes_on_with_what_comes()
      throws IOException, InterruptedException {
    HttpResponse<java.io.InputStream> response =
        HttpClient.newHttpClient()
            .send(
                hub.as(Role.PEER)
                    .request(FEED, "Accept", "text/event-stream", "Last-Event-ID", "0")
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(next(lines, "id: ")).isEqualTo("1");
      assertThat(next(lines, "event: ")).isEqualTo("case.applied.v1");
      assertThat(Json.MAPPER.readTree(next(lines, "data: ")).path("type").asString())
          .isEqualTo("case.applied.v1");
      hub.submit(hub.alpha, Documents.licence(hub.alpha, 4, 1));
      String fresh = Documents.identifier(hub.alpha, 4).toString();
      String data = next(lines, "data: ");
      while (!data.contains(fresh)) {
        data = next(lines, "data: ");
      }
      assertThat(data).contains(Documents.CITIZEN.text());
    }
  }

  private static JsonNode read(EdgeClient client, long after) {
    return client.get(FEED + "?limit=2&after=" + after).json(200);
  }

  private static String next(BufferedReader lines, String start) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(start)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line with " + start).isNotNull();
    return String.valueOf(line).substring(start.length());
  }
}
