package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when submissions come faster than they are taken, or not at all. */
class IntakeTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";
  private static final byte[] LINE = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_full_intake_takes_nothing_and_an_unfiled_call_is_to_be_repeated() {
    RunningEdge hub = RunningEdge.start(folder);
    CompletableFuture<EdgeClient.Reply> waiting;
    try {
      EdgeClient slow = hub.as(hub.slow.caller());
      assertThat(slow.ndjson(SUBMISSIONS, List.of(LINE, LINE, LINE)).problem())
          .isEqualTo("body-too-large");
      waiting = CompletableFuture.supplyAsync(() -> slow.ndjson(SUBMISSIONS, List.of(LINE, LINE)));
      await().until(() -> slow.ndjson(SUBMISSIONS, List.of(LINE)).status() == 429);
      EdgeClient.Reply full = slow.ndjson(SUBMISSIONS, List.of(LINE));
      assertThat(full.problem()).isEqualTo("intake-full");
      assertThat(Integer.parseInt(full.header("Retry-After"))).isPositive();
      assertThat(slow.ndjson(SUBMISSIONS, List.of(LINE, LINE, LINE)).problem())
          .as("what never fits is too large, however full the intake is")
          .isEqualTo("body-too-large");
      assertThat(waiting).isNotDone();
      hub.sources.close(List.of(hub.slow));
      assertThat(waiting.join().problem()).isEqualTo("unavailable");
    } finally {
      hub.close();
    }
  }

  /** A body being received holds all the room there is for bodies. */
  @Test
  void while_too_much_is_being_received_a_call_is_put_off_and_one_too_large_is_refused()
      throws IOException {
    HttpSettings.Limits small =
        new HttpSettings.Limits(
            20_000, 8_000, 50, 20_000, Duration.ofSeconds(20), Duration.ofSeconds(20), 100);
    RunningEdge hub =
        RunningEdge.start(
            folder,
            new HttpSettings(
                "127.0.0.1", 0, null, small, HttpSettings.Rates.USUAL, java.util.Set.of()));
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), hub.edge.port())) {
      String head =
          "POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n"
              + "Content-Type: application/x-ndjson\r\nAuthorization: Bearer "
              + hub.tokens.issue(hub.alpha.caller(), Instant.now())
              + "\r\n\r\n{";
      slow.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      EdgeClient own = hub.as(hub.alpha.caller());
      await().until(() -> own.ndjson(SUBMISSIONS, List.of(LINE)).status() == 429);
      EdgeClient.Reply putOff = own.ndjson(SUBMISSIONS, List.of(LINE));
      assertThat(putOff.problem()).isEqualTo("intake-full");
      assertThat(Integer.parseInt(putOff.header("Retry-After"))).isPositive();
      EdgeClient.Reply refused = own.ndjson(SUBMISSIONS, List.of(new byte[20_001]));
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.problem()).isEqualTo("body-too-large");
    } finally {
      hub.close();
    }
  }

  @Test
  void room_for_less_than_one_body_is_no_setting() {
    assertThatThrownBy(
            () ->
                new HttpSettings.Limits(
                    20_000, 8_000, 50, 19_999, Duration.ZERO, Duration.ZERO, 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_source_the_hub_collects_from_takes_no_pushes() {
    RunningEdge hub = RunningEdge.start(folder);
    try {
      EdgeClient own = hub.as(hub.collected.caller());
      assertThat(own.ndjson(SUBMISSIONS, List.of(LINE)).problem()).isEqualTo("source-not-pushed");
    } finally {
      hub.close();
    }
  }

  @Test
  @Timeout(20)
  void an_open_stream_does_not_hold_up_the_end() {
    RunningEdge hub = RunningEdge.start(folder);
    CompletableFuture<EdgeClient.Reply> stream =
        CompletableFuture.supplyAsync(
            () ->
                hub.as(licencehub.hub.access.Role.PEER)
                    .get("/api/v1/feed", "Accept", "text/event-stream"));
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 1, 1));
    hub.close();
    assertThat(stream.handle((reply, failure) -> "ended").join()).isEqualTo("ended");
  }

  @Test
  void no_answer_leaves_before_its_accesses_are_on_disk() {
    Answer answer = new Answer.Refusal(ProblemType.NOT_FOUND);
    CompletableFuture<Void> writing = new CompletableFuture<>();
    CompletableFuture<Answer> answered =
        CompletableFuture.supplyAsync(() -> AccessRecords.written(writing, answer));
    assertThat(answered).isNotDone();
    writing.complete(null);
    assertThat(answered.join()).isSameAs(answer);
  }

  @Test
  void no_answer_leaves_when_its_accesses_cannot_be_written() {
    Answer answer = new Answer.Refusal(ProblemType.NOT_FOUND);
    CompletableFuture<Void> failed =
        CompletableFuture.failedFuture(new Unavailable("library", "the disk is full"));
    assertThatThrownBy(() -> AccessRecords.written(failed, answer)).isInstanceOf(Unavailable.class);
  }
}
