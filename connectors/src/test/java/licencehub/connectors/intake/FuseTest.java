package licencehub.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import licencehub.model.Unavailable;
import licencehub.model.lines.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FuseTest {
  private final Fuse fuse = new Fuse("sz-market-front");
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void while_it_rests_it_says_what_failed_and_how_long_it_rests_and_asks_nobody() {
    Unavailable first = fails("HTTP 403");
    assertThat(first).hasMessage("sz-market-front: HTTP 403");
    assertThat(first.rest()).isBetween(Duration.ofMillis(1), Duration.ofMillis(500));
    Unavailable resting = fails("never called");
    assertThat(resting).hasMessage("sz-market-front: HTTP 403");
    assertThat(resting.rest()).isLessThanOrEqualTo(first.rest());
    assertThat(calls).hasValue(1);
  }

  @Test
  void each_failure_in_a_row_makes_the_rest_longer_and_brings_its_own_words() {
    fails("HTTP 403");
    Unavailable second =
        await()
            .until(() -> fails("HTTP 500"), it -> String.valueOf(it.getMessage()).contains("500"));
    assertThat(calls).hasValue(2);
    assertThat(second.rest()).isBetween(Duration.ofMillis(501), Duration.ofSeconds(1));
  }

  @Test
  void a_call_that_succeeds_ends_it() {
    fails("HTTP 403");
    await().ignoreExceptionsInstanceOf(Unavailable.class).until(() -> fuse.call(() -> true));
    assertThat(fails("HTTP 503").rest()).isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_fault_of_the_hub_itself_passes_and_is_named_by_its_kind_alone() {
    assertThatThrownBy(
            () ->
                fuse.call(
                    () -> {
                      throw new IllegalStateException("张三");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fails("never called")).hasMessage("sz-market-front: IllegalStateException");
  }

  @ParameterizedTest
  @MethodSource("common")
  void common_causes_are_said_in_words(Fuse.Call<?> call, String zh, String en) {
    assertThatThrownBy(() -> fuse.call(call))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(zh)
        .hasMessageContaining(en);
  }

  static Stream<Arguments> common() {
    return Stream.of(
        Arguments.of((Fuse.Call<?>) FuseTest::nobodyListens, "连不上", "cannot connect"),
        Arguments.of(
            (Fuse.Call<?>) () -> InetAddress.getAllByName("no-such-host.invalid"),
            "主机名无法解析",
            "cannot be resolved"),
        Arguments.of(
            (Fuse.Call<?>) () -> Files.readAllBytes(Path.of("no-such-folder", "file")),
            "不存在",
            "there is no such"),
        Arguments.of(
            (Fuse.Call<?>)
                () -> {
                  throw new IOException();
                },
            "IOException",
            "IOException"));
  }

  private static Object nobodyListens() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), FreePort.find());
  }

  private Unavailable fails(String words) {
    try {
      return fuse.call(
          () -> {
            calls.incrementAndGet();
            throw new IOException(words);
          });
    } catch (Unavailable e) {
      return e;
    }
  }
}
