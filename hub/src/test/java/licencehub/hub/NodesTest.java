package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.ledger.ProofVerifier;
import licencehub.library.PostgresServer;
import licencehub.model.Digest;
import licencehub.model.lines.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Two hubs as processes of their own, on one PostgreSQL and one Artemis, while four departments
 * send without a pause. Whatever happens to one of them: everything sent is accepted once, what is
 * read by one hub at a time goes over to the other, and the ledger extends every checkpoint seen.
 */
class NodesTest {
  private static final Logger LOG = LoggerFactory.getLogger(NodesTest.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> READ_BY_ONE = List.of("market-drop", "market-tables");
  private static final Pattern HOLDS = Pattern.compile("hub (\\w+) holds (\\S+) .*epoch (\\d+)");

  @TempDir Path folder = Path.of("");
  private final String schema = "nodes_" + UUID.randomUUID().toString().replace('-', '_');
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final List<String> checkpoints = new ArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private ArtemisProcess broker;
  private Departments departments;

  @BeforeEach
  void start() throws Exception {
    broker = ArtemisProcess.start(Files.createDirectories(folder.resolve("artemis")));
    try (Connection connection = PostgresServer.shared().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + schema);
    }
    departments =
        new Departments(folder.resolve("drop"), tables(), QueueClient.core(broker, "market", true));
    NodeProcess one = node("one");
    one.start();
    NodeProcess two = node("two");
    copyKeys(one.config(), two.config());
    two.start();
  }

  @AfterEach
  void stop() throws Exception {
    over.set(true);
    for (NodeProcess it : nodes) {
      it.close();
    }
    departments.close();
    broker.close();
  }

  @Test
  void everything_sent_is_accepted_once_whatever_happens_to_a_hub() throws Exception {
    try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
      Future<?> sending = sender.submit(this::sendOn);
      NodeProcess killed = holderOf("market-tables");
      killed.kill();
      takenOver(killed, "killed");
      killed.start();
      allFiled();

      NodeProcess held = holderOf("market-drop");
      held.hold();
      takenOver(held, "held");
      held.goOn();
      await().atMost(PATIENCE).until(() -> nodesSeen(nodes.getFirst()) == 2);
      allFiled();

      for (NodeProcess it : nodes) {
        it.stop();
        takenOver(it, "stopped");
        it.start();
      }
      over.set(true);
      sending.get(1, TimeUnit.MINUTES);
    }
    allFiled();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(departments.untaken()).isEmpty());
    assertBooks();
  }

  private void sendOn() {
    try {
      while (!over.get()) {
        departments.send(nodes);
      }
    } catch (Exception e) {
      throw new IllegalStateException("a department stopped sending", e);
    }
  }

  /** Waits until the other hub reads all that one hub reads at a time, and goes on reading it. */
  private void takenOver(NodeProcess gone, String how) {
    long begun = System.nanoTime();
    NodeProcess other = nodes.get(nodes.getFirst() == gone ? 1 : 0);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () ->
                assertThat(READ_BY_ONE)
                    .allSatisfy(it -> assertThat(reader(other, it)).isEqualTo(other.name())));
    LOG.info(
        "{} {}: {} ms until {} read everything",
        gone.name(),
        how,
        Duration.ofNanos(System.nanoTime() - begun).toMillis(),
        other.name());
    var sent = departments.sent();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(filed(other))
                    .containsAll(sent.stream().filter(it -> it.matches("[FT].*")).toList()));
    checkpoint(other);
  }

  /** Everything sent until now is there, from a hub's own point of view. */
  private void allFiled() {
    var sent = departments.sent();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(filed(nodes.get(1))).containsAll(sent));
    checkpoint(nodes.get(1));
  }

  private void assertBooks() throws Exception {
    for (NodeProcess it : nodes) {
      assertThat(filed(it)).doesNotHaveDuplicates().hasSameElementsAs(departments.sent());
      assertThat(it.get(Role.OPERATOR, "/api/v1/quarantine").path("entries")).isEmpty();
    }
    checkpoint(nodes.getFirst());
    String last = checkpoints.getLast();
    assertThat(size(last)).isEqualTo(departments.sent().size());
    assertThat(checkpoints).allMatch(it -> isExtendedBy(it, last));
    LOG.info("{} cases; {} checkpoints", departments.sent().size(), checkpoints.size());
    assertOneHolderAtATime();
  }

  /** Each time a lease was got it was got by one hub, as its logs have it. */
  private void assertOneHolderAtATime() {
    Map<String, String> got = new TreeMap<>();
    for (NodeProcess node : nodes) {
      for (String line : node.said()) {
        Matcher said = HOLDS.matcher(line);
        if (said.find()) {
          assertThat(got.put(said.group(2) + " " + said.group(3), said.group(1))).isNull();
        }
      }
    }
    assertThat(got).hasSizeGreaterThan(READ_BY_ONE.size());
  }

  private NodeProcess holderOf(String source) {
    await().atMost(PATIENCE).until(() -> nodesSeen(nodes.getFirst()) == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> nodes.stream().anyMatch(it -> it.name().equals(reader(it, source))));
    return nodes.stream()
        .filter(it -> it.name().equals(reader(it, source)))
        .findFirst()
        .orElseThrow();
  }

  private static String reader(NodeProcess asked, String source) {
    for (JsonNode it : asked.get(Role.OPERATOR, "/api/v1/sources").path("sources")) {
      if (it.path("source").asString().equals(source)) {
        return it.path("node").asString("");
      }
    }
    throw new IllegalStateException("no source " + source);
  }

  private static int nodesSeen(NodeProcess asked) throws IOException {
    for (JsonNode it : asked.get(Role.OPERATOR, "/health").path("items")) {
      if (it.path("name").asString().equals("nodes")) {
        return it.toString().contains("one, two") ? 2 : 1;
      }
    }
    return 0;
  }

  private static List<String> filed(NodeProcess node) {
    List<String> subjects = new ArrayList<>();
    long after = -1;
    JsonNode page;
    do {
      page = node.get(Role.PEER, "/api/v1/feed?limit=1000&after=" + after);
      page.path("events").forEach(it -> subjects.add(it.at("/event/subject").asString()));
      after = page.path("next").asLong();
    } while (!page.path("events").isEmpty());
    return subjects;
  }

  private void checkpoint(NodeProcess node) {
    try {
      checkpoints.add(node.text(Role.AUDITOR, "/api/v1/ledger/checkpoint"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isExtendedBy(String earlier, String later) {
    JsonNode answer =
        nodes
            .getFirst()
            .get(
                Role.AUDITOR,
                "/api/v1/ledger/proofs?from=" + size(earlier) + "&size=" + size(later));
    List<Digest> path = new ArrayList<>();
    answer.path("path").forEach(it -> path.add(digest(it.asString())));
    return ProofVerifier.isConsistent(
        size(earlier), digest(line(earlier, 2)), size(later), digest(line(later, 2)), path);
  }

  private static long size(String note) {
    return Long.parseLong(line(note, 1));
  }

  private static String line(String note, int number) {
    return note.lines().skip(number).findFirst().orElseThrow();
  }

  private static Digest digest(String base64) {
    return Digest.wrap(Base64.getDecoder().decode(base64));
  }

  private String tables() {
    return "jdbc:postgresql://" + PostgresServer.shared().address() + "/" + schema;
  }

  private NodeProcess node(String name) throws IOException {
    int port = FreePort.find();
    ConfigDraft draft = ConfigDraft.in(folder.resolve(name));
    draft.change("hub.yaml", "id: gd-440300", "id: gd-440300\n  node: " + name);
    draft.change("hub.yaml", "port: 0", "port: " + port);
    draft.change("hub.yaml", "{engine: sqlite}", library());
    draft.change("hub.yaml", "broker: {enabled: false}", outside());
    draft.write("departments/market.yaml", sources());
    NodeProcess node = new NodeProcess(name, draft.folder(), port);
    nodes.add(node);
    return node;
  }

  private String library() {
    return ("{engine: postgres, settings: {addresses: [\"%s\"], database: %s, schema: library,"
            + " user: postgres, encryption: none}}")
        .formatted(PostgresServer.shared().address(), schema);
  }

  private String outside() {
    return """
    broker:
      enabled: true
      outside:
        url: %s
        user: hub
        passwordFile: %3$s
        tls:
          trustStore: %2$s/trust.p12
          trustStorePasswordFile: %2$s/store.password
          keyStore: %2$s/client.p12
          keyStorePasswordFile: %2$s/store.password"""
        .formatted(broker.core(), broker.folder(), broker.folder().resolve("hub.password"));
  }

  private String sources() throws IOException {
    Path password = Files.writeString(folder.resolve("tables.password"), "none\n");
    return """
    department: {code: 11440300MB2D000147, name: 深圳市市场监督管理局}
    region: "440300"
    sources:
    """
        + source("push", "http-push", "native", "")
        + source("queue", "jms", "native", "url: \"vm://0\", queue: in.market")
        + source(
            "drop",
            "folder",
            "native",
            "folder: " + folder.resolve("drop") + ", pattern: \"*.ndjson\"")
        + source(
            "tables",
            "jdbc",
            "shandong",
            "url: \"" + tables() + "\", user: postgres, passwordFile: " + password);
  }

  private static String source(String name, String connector, String dialect, String settings) {
    return """
      - id: market-%s
        connector: %s
        dialect: %s
        settings: {%s}
        %s
        trust: channel
        mayState: {events: [case.*], speakers: [11440300MB2D000147], regions: ["440300"]}
        poll: {every: PT0.2S, backOffMost: PT2S}
    """
        .formatted(
            name,
            connector,
            dialect,
            settings,
            dialect.equals("native") ? "mapping: {unsigned: true}" : "");
  }

  private static void copyKeys(Path from, Path to) throws IOException {
    Path keys = Files.createDirectories(to.resolve("data/keys"));
    try (Stream<Path> files = Files.list(from.resolve("data/keys"))) {
      for (Path it : files.filter(Files::isRegularFile).toList()) {
        Files.copy(it, keys.resolve(it.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
