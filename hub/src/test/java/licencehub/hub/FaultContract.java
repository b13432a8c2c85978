package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.model.lines.FaultyLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running hub promises while one thing it depends on fails, in each way a line and a server
 * can. A department submits over HTTP all the while, and repeats what was not acknowledged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultContract {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path shared;

  final FaultyLine line = new FaultyLine();
  private final List<String> expected = new ArrayList<>();
  private ConfigFolder config;
  private HubServer hub;
  private FeedBooks books;
  private SteadySender sender;

  /** How a dependency fails. */
  enum Way {
    REFUSED,
    RESET,
    BLACK_HOLE,
    LATENCY,
    TRICKLE,
    RESTART;

    /** Nothing is lost on the line: it only takes longer. */
    boolean isSlow() {
      return this == LATENCY || this == TRICKLE;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What fails, for people. */
  abstract String dependency();

  /** The name of the item of {@code /health} that tells of it. */
  abstract String item();

  /** What that item says, in part, while it fails in a way that is not merely slow. */
  abstract String cause(Way way);

  /** Starts what will fail, behind {@link #line}. */
  abstract void startServer(Path folder) throws Exception;

  abstract void stopServer() throws Exception;

  /** Ends it as a crash does, and starts it again. */
  abstract void kill() throws Exception;

  abstract void startAgain() throws Exception;

  /** Has the hub depend on it. */
  abstract void configure(ConfigDraft draft) throws Exception;

  /**
   * Puts cases where the hub collects them; the numbers they come under, none where it does not.
   */
  List<String> put(int count) throws Exception {
    return List.of();
  }

  /** Whether submissions over HTTP are acknowledged meanwhile. */
  boolean goesOnMeanwhile() {
    return true;
  }

  /** What else must be true when it is over. */
  void mustBeWhole(List<String> filed) throws Exception {}

  @BeforeAll
  final void start() throws Exception {
    Path folder = Files.createTempDirectory(shared, "fault");
    startServer(folder);
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    configure(draft);
    Loaded loaded = draft.load();
    assertThat(loaded).isInstanceOf(Loaded.Sound.class);
    config = ((Loaded.Sound) loaded).config();
    hub = HubServer.start(config, InstantSource.system());
    books = new FeedBooks(Asking.as(Role.PEER, hub, config));
    sender = new SteadySender(hub, config, draft.signer());
  }

  @AfterAll
  final void stop() throws Exception {
    hub.close();
    line.close();
    stopServer();
  }

  static Stream<Way> ways() {
    return Arrays.stream(Way.values());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nothing_is_lost_or_doubled_health_tells_why_and_it_mends_by_itself(Way way)
      throws Exception {
    String said;
    try (SteadySender.Run sending = sender.start()) {
      sending.awaitMore(5);
      expected.addAll(put(5));
      await().atMost(PATIENCE).until(() -> books.read().containsAll(expected));
      begin(way);
      if (way != Way.RESTART) {
        expected.addAll(put(5));
      }
      if (way.isSlow() || goesOnMeanwhile()) {
        sending.awaitMore(5);
      }
      said = way.isSlow() ? slow() : named(way);
      end(way);
      expected.addAll(put(5));
      await().atMost(PATIENCE).until(() -> status().equals("up"));
      sending.awaitMore(5);
    }
    expected.addAll(sender.acknowledged());
    await().atMost(PATIENCE).until(() -> books.read().containsAll(expected));
    assertThat(books.read()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    mustBeWhole(books.read());
    FaultTable.note(dependency(), way.word(), said, meanwhile(way));
  }

  private void begin(Way way) throws Exception {
    if (way == Way.RESTART) {
      kill();
    } else {
      line.fail(FaultyLine.Fault.valueOf(way.name()));
    }
  }

  private void end(Way way) throws Exception {
    if (way == Way.RESTART) {
      startAgain();
    } else {
      line.fail(FaultyLine.Fault.NONE);
    }
  }

  private String slow() throws Exception {
    await().atMost(PATIENCE).until(() -> books.read().containsAll(expected));
    return "–";
  }

  private String named(Way way) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode item = health();
              assertThat(item.path("status").asString()).isNotEqualTo("up");
              assertThat(item.toString()).contains(cause(way));
            });
    return "`" + item() + "`: " + cause(way);
  }

  private String meanwhile(Way way) {
    if (way.isSlow()) {
      return "everything, later";
    }
    return goesOnMeanwhile() ? "submissions over HTTP acknowledged" : "senders told to come again";
  }

  private String status() throws IOException, InterruptedException {
    return health().path("status").asString();
  }

  private JsonNode health() throws IOException, InterruptedException {
    String health = Asking.as(Role.OPERATOR, hub, config).get("/health");
    for (JsonNode it : JsonMapper.shared().readTree(health).path("items")) {
      if (it.path("name").asString().equals(item())) {
        return it;
      }
    }
    throw new IllegalStateException("health says nothing of " + item() + ": " + health);
  }
}
