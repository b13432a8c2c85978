package licencehub.connectors.httppull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.Events;
import licencehub.connectors.SourceConfig;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.model.lines.FaultyLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPullConnectorTest extends ConnectorContract {
  @TempDir private Path home;
  private Front front;

  @BeforeEach
  void start() throws IOException {
    front = new Front();
    Files.writeString(home.resolve("token.txt"), Front.TOKEN + "\n");
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Override
  protected Connector connector() {
    return new HttpPullConnector();
  }

  @Override
  protected SourceConfig config() {
    return config("token.txt", "\"allowPlainHttp\": true");
  }

  @Override
  protected Optional<SourceConfig> withoutSecret() {
    return Optional.of(config(MISSING_SECRET, "\"allowPlainHttp\": true"));
  }

  @Override
  protected void put(int count) {
    Events.next(count).forEach(front::add);
  }

  @Override
  protected Object state() {
    return List.of(front.items(), positions.find(Configs.SOURCE));
  }

  @Override
  protected boolean cutOff() {
    front.line().fail(FaultyLine.Fault.RESET);
    return true;
  }

  @Override
  protected void restore() {
    front.line().fail(FaultyLine.Fault.NONE);
  }

  @Test
  void objects_keep_their_exact_bytes_and_strings_are_the_bytes_they_stand_for() {
    front.add("{ \"a\" :\t1.0,\"姓\": {} }");
    front.add("\"eyJh.b.c\"");
    try (BatchSource source = open()) {
      assertThat(take(source, 2)).containsExactly("{ \"a\" :\t1.0,\"姓\": {} }", "eyJh.b.c");
    }
  }

  @Test
  void only_what_is_settled_moves_the_position() {
    put(4);
    try (BatchSource source = open()) {
      take(source, 3);
      List<String> lost = texts(next(source, 10).records());
      assertThat(lost).hasSize(1);
    }
    try (BatchSource source = open()) {
      assertThat(texts(next(source, 10).records())).containsExactly(front.items().get(3));
    }
  }

  @Test
  void a_last_page_that_grew_brings_only_what_is_new() {
    put(2);
    try (BatchSource source = open()) {
      take(source, 2);
      put(3);
      assertThat(take(source, 3)).isEqualTo(front.items().subList(2, 5));
    }
  }

  @Test
  void a_last_page_that_changed_is_read_whole_so_that_nothing_is_missed() {
    put(2);
    try (BatchSource source = open()) {
      take(source, 2);
      front.replaceAll(Events.next(2));
      assertThat(take(source, 2)).isEqualTo(front.items());
    }
  }

  @Test
  void a_page_that_did_not_change_is_not_sent_again() {
    put(1);
    try (BatchSource source = open()) {
      take(source, 1);
      next(source);
      assertThat(front.asked()).contains("limit=500 304");
    }
  }

  @Test
  void a_failure_that_passes_is_tried_again_at_once() {
    put(1);
    front.fail(503);
    front.fail(429);
    try (BatchSource source = open()) {
      assertThat(source.poll(10, Duration.ZERO).records()).hasSize(1);
    }
  }

  @Test
  void a_refusal_is_not_repeated_and_the_server_is_left_alone_for_a_while() {
    front.fail(403);
    try (BatchSource source = open()) {
      assertThatThrownBy(() -> source.poll(10, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("403");
      assertThatThrownBy(() -> source.poll(10, Duration.ZERO)).isInstanceOf(Unavailable.class);
      assertThat(front.asked()).hasSize(1);
    }
  }

  @Test
  void a_page_over_the_limit_is_not_taken_into_memory() {
    front.add("\"" + "x".repeat(5000) + "\"");
    try (BatchSource source =
        connector()
            .open(
                config("token.txt", "\"allowPlainHttp\": true, \"maxPageBytes\": 1024"),
                positions)) {
      assertThatThrownBy(() -> source.poll(10, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("1024");
    }
  }

  @Test
  void credentials_are_not_sent_without_encryption_unless_allowed() {
    assertThatThrownBy(() -> connector().open(config("token.txt", "\"pageSize\": 3"), positions))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("allowPlainHttp");
    assertThat(front.asked()).isEmpty();
  }

  private static void next(BatchSource source) {
    assertThat(source.poll(10, Duration.ofSeconds(1)).isEmpty()).isTrue();
  }

  private SourceConfig config(String tokenFile, String rest) {
    return Configs.unsigned(
        """
        {"url": "http://127.0.0.1:%d/api/cases", "items": "/data/list", "next": "/data/next",
        "cursorParameter": "after", "pageSizeParameter": "limit", "tokenFile": "%s",
        "timeout": "PT20S", %s}"""
            .formatted(front.line().port(), tokenFile, rest),
        home);
  }
}
