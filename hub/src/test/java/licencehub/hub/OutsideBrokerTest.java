package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import licencehub.connectors.Connector;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.Loaded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub whose departments push to an Artemis of its own, in a process of its own. */
class OutsideBrokerTest {
  private static final String QUEUE = "in.market";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path EXAMPLE =
      Path.of("../schemas/src/main/resources/schemas/case.applied/sound-minimal.json");
  private static int number;

  @TempDir private static Path shared;
  private static ArtemisProcess broker;

  @TempDir private Path folder;
  private ConfigFolder config;

  @BeforeAll
  static void startBroker() throws IOException {
    broker = ArtemisProcess.start(Files.createDirectories(shared.resolve("artemis")));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void configure() throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    draft.change("hub.yaml", "broker: {enabled: false}", broker.outside(broker.core(), "PT30S"));
    draft.change("departments/market.yaml", "connector: http-push", "connector: jms");
    draft.change(
        "departments/market.yaml",
        "settings: {}",
        "settings: {url: \"vm://0\", queue: " + QUEUE + "}\n    mapping: {unsigned: true}");
    draft.change("departments/market.yaml", "trust: signed", "trust: channel");
    config = ((Loaded.Sound) draft.load()).config();
  }

  @Test
  void both_protocols_bring_cases_and_a_killed_broker_loses_and_repeats_nothing() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      try (QueueClient core = QueueClient.core(broker, "market", true);
          QueueClient amqp = QueueClient.amqp(broker, "market", true)) {
        push(core, 20, acknowledged);
        push(amqp, 20, acknowledged);
        await().atMost(PATIENCE).until(() -> filed(hub).containsAll(acknowledged));
        for (int i = 0; i < 20; i++) {
          push(i % 2 == 0 ? core : amqp, 25, acknowledged);
        }
        broker.kill();
        assertThatThrownBy(() -> push(core, 1, new ArrayList<>())).isInstanceOf(JMSException.class);
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(source(hub).toString())
                      .contains("degraded", "连不上消息中间件 " + broker.core(), "cannot connect"));
      broker.start();
      await().atMost(PATIENCE).until(() -> status(hub).equals("up"));
      try (QueueClient amqp = QueueClient.amqp(broker, "market", true)) {
        push(amqp, 5, acknowledged);
      }
      await().atMost(PATIENCE).until(() -> filed(hub).containsAll(acknowledged));
      assertThat(filed(hub)).doesNotHaveDuplicates().hasSameSizeAs(acknowledged);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_department_sends_to_its_own_address_alone_and_reads_none(boolean core) throws Exception {
    try (QueueClient market = client(core, "market", true)) {
      assertThatThrownBy(() -> market.send("in.health", List.of("{}")))
          .isInstanceOf(JMSException.class);
    }
    try (QueueClient market = client(core, "market", true)) {
      assertThatThrownBy(() -> market.stumble(QUEUE)).isInstanceOf(JMSException.class);
    }
    try (QueueClient market = client(core, "market", true)) {
      assertThatThrownBy(() -> market.send("somewhere.else", List.of("{}")))
          .isInstanceOf(JMSException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_client_without_a_certificate_is_refused(boolean core) {
    assertThatThrownBy(() -> client(core, "market", false).close())
        .isInstanceOf(JMSException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_poisoned_message_ends_in_the_quarantine_and_can_be_replayed(boolean core)
      throws Exception {
    List<String> sent = new ArrayList<>();
    try (QueueClient market = client(core, "market", true)) {
      push(market, 1, sent);
    }
    try (QueueClient stumbling = QueueClient.core(broker, "hub", true)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(stumbling.stumble(QUEUE)).isTrue();
      }
      assertThat(stumbling.stumble(QUEUE)).isFalse();
    }
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      await().atMost(PATIENCE).until(() -> !quarantined(hub).isEmpty());
      JsonNode entry = quarantined(hub).getFirst();
      assertThat(entry.toString()).contains("transport.dead-letter", "in.market", "多次投递失败");
      assertThat(filed(hub)).isEmpty();
      String replay = "/api/v1/quarantine/" + entry.path("number").asLong() + "/replay";
      assertThat(ask(hub, Role.OPERATOR, "POST", replay).toString()).contains("accepted");
      assertThat(filed(hub)).isEqualTo(sent);
      assertThat(quarantined(hub)).isEmpty();
    }
    try (QueueClient hub = QueueClient.core(broker, "hub", true)) {
      assertThat(hub.stumble("dead.in.market")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_department_gets_the_outcome_on_its_own_queue_of_replies(boolean core) throws Exception {
    try (HubServer hub = HubServer.start(config, InstantSource.system());
        QueueClient market = client(core, "market", true)) {
      String example = Files.readString(EXAMPLE);
      assertThat(market.ask(QUEUE, example, "replies.market")).contains("\"accepted\"");
      assertThat(market.ask(QUEUE, example, "replies.market")).contains("\"duplicate\"");
      assertThat(filed(hub)).hasSize(1);
    }
  }

  @Test
  void the_dry_run_finds_every_permission_it_needs_and_names_the_one_it_lacks() {
    List<String> steps = new ArrayList<>();
    Probe probe =
        (name, step) -> {
          try {
            steps.add(name.en() + ": " + step.run());
          } catch (Exception e) {
            throw new Probe.StepFailed(name, e);
          }
        };
    Connector jms = SourceOpener.connector("jms");
    SourceConfig market = source();
    jms.check(market, probe);
    assertThat(steps).hasSize(5).last().asString().contains("dead letters", "dead.in.market");
    market.settings().put("deadLetters", "replies.market");
    assertThatThrownBy(() -> jms.check(market, probe))
        .isInstanceOf(Probe.StepFailed.class)
        .hasMessageContaining("死信");
  }

  @Test
  void a_wrong_password_of_the_hubs_own_is_named_as_such_and_a_mended_one_is_taken()
      throws Exception {
    Path password = broker.folder().resolve("hub.password");
    String right = Files.readString(password);
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      await().atMost(PATIENCE).until(() -> status(hub, "broker").equals("up"));
      Files.writeString(password, "wrong");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(item(hub, "broker").toString())
                      .contains("degraded", "does not take this user or password"));
      Files.writeString(password, right);
      await().atMost(PATIENCE).until(() -> status(hub, "broker").equals("up"));
    } finally {
      Files.writeString(password, right);
    }
  }

  @Test
  void what_expired_is_seen_in_the_quarantine() throws Exception {
    try (QueueClient market = QueueClient.core(broker, "market", true)) {
      market.send(QUEUE, List.of("{}"), Duration.ofMillis(1));
    }
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      await().atMost(PATIENCE).until(() -> !quarantined(hub).isEmpty());
      assertThat(quarantined(hub).getFirst().toString()).contains("transport.dead-letter", "过期未取");
    }
  }

  @Test
  void a_backlog_beyond_memory_and_large_messages_survive_a_kill() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (QueueClient core = QueueClient.core(broker, "market", true);
        QueueClient amqp = QueueClient.amqp(broker, "market", true)) {
      for (int i = 0; i < 4; i++) {
        push(core, 500, acknowledged);
        push(amqp, 500, acknowledged);
      }
      core.send(QUEUE, List.of("c".repeat(300_000)));
      amqp.send(QUEUE, List.of("a".repeat(300_000)));
    }
    assertThat(broker.pages()).isNotEmpty();
    broker.kill();
    broker.start();
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(quarantined(hub)).hasSize(2));
      assertThat(quarantined(hub))
          .allSatisfy(it -> assertThat(it.path("bytes").asInt()).isEqualTo(300_000));
      assertThat(filed(hub)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }
  }

  private SourceConfig source() {
    DepartmentFile department = config.departments().getFirst();
    return new HubWiring(InstantSource.system())
        .rules(config, department, department.sources().getFirst())
        .config();
  }

  private static QueueClient client(boolean core, String user, boolean certificate)
      throws JMSException {
    return core
        ? QueueClient.core(broker, user, certificate)
        : QueueClient.amqp(broker, user, certificate);
  }

  /** Sends so many cases; their numbers are noted once the broker has acknowledged them. */
  private static void push(QueueClient client, int count, List<String> acknowledged)
      throws JMSException, IOException {
    String example = Files.readString(EXAMPLE);
    List<String> ids = IntStream.range(0, count).mapToObj(it -> "case-" + number++).toList();
    client.send(
        QUEUE,
        ids.stream()
            .map(
                it ->
                    example
                        .replace("sz-market-2026-000001", it)
                        .replace("330901161710248000216", "C" + it))
            .toList());
    acknowledged.addAll(ids);
  }

  private List<String> filed(HubServer hub) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    long after = -1;
    JsonNode page;
    do {
      page = ask(hub, Role.PEER, "GET", "/api/v1/feed?limit=1000&after=" + after);
      page.path("events").forEach(it -> ids.add(it.at("/event/id").asString()));
      after = page.path("next").asLong();
    } while (!page.path("events").isEmpty());
    return ids;
  }

  private List<JsonNode> quarantined(HubServer hub) throws IOException, InterruptedException {
    JsonNode page = ask(hub, Role.OPERATOR, "GET", "/api/v1/quarantine");
    return StreamSupport.stream(page.path("entries").spliterator(), false).toList();
  }

  private JsonNode source(HubServer hub) throws IOException, InterruptedException {
    return item(hub, ConfigDraft.SOURCE);
  }

  private JsonNode item(HubServer hub, String name) throws IOException, InterruptedException {
    for (JsonNode it : ask(hub, Role.OPERATOR, "GET", "/health").path("items")) {
      if (it.path("name").asString().contains(name)) {
        return it;
      }
    }
    throw new IllegalStateException("health says nothing of " + name);
  }

  private String status(HubServer hub) throws IOException, InterruptedException {
    return status(hub, ConfigDraft.SOURCE);
  }

  private String status(HubServer hub, String name) throws IOException, InterruptedException {
    return item(hub, name).path("status").asString();
  }

  private JsonNode ask(HubServer hub, Role role, String method, String path)
      throws IOException, InterruptedException {
    Path key = new HubKeys(config.hub().data().resolve("keys")).tokens();
    String token =
        Tokens.open(key, Duration.ofMinutes(5))
            .issue(new Caller("test", role, null), Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.noBody())
            .build();
    return JsonMapper.shared().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }
}
