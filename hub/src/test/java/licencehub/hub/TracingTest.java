package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import licencehub.connectors.KafkaProcess;
import licencehub.connectors.RawRecord;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.hub.config.TracingSection;
import licencehub.hub.trace.Tracing;
import licencehub.model.code.CreditCode;
import licencehub.model.code.SourceId;
import licencehub.model.lines.FreePort;
import licencehub.verification.EnvelopeSigner;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector is told of a submission, by a running hub. */
class TracingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";
  private static final CreditCode MARKET = new CreditCode("11440300MB2D000147");
  private static final SourceId QUEUE = new SourceId("sz-market-queue");
  private static final List<String> STEPS =
      List.of("recognise", "check", "verify", "authorise", "file");

  @TempDir private Path folder;
  private final TraceReceiver receiver = new TraceReceiver();
  private final int amqp = FreePort.find();

  @SuppressWarnings("NullAway.Init")
  private ConfigDraft draft;

  @SuppressWarnings("NullAway.Init")
  private ConfigFolder config;

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void a_submission_over_http_is_one_tree_from_the_caller_to_the_feed() throws Exception {
    try (KafkaProcess kafka = KafkaProcess.start(folder.resolve("kafka"))) {
      configure(traced() + feed(kafka));
      try (HubServer hub = HubServer.start(config, InstantSource.system());
          FeedSubscriber subscriber = new FeedSubscriber(kafka.address(), "all")) {
        assertThat(submit(hub, "C-1")).contains("\"accepted\"");
        Map<String, Span> tree = tree(8);
        assertThat(tree).containsOnlyKeys(names("submit", "collect", "publish"));
        assertThat(parent(tree, "submit")).isEqualTo(CALLER);
        assertThat(parent(tree, "collect")).isEqualTo(number(tree, "submit"));
        assertThat(STEPS)
            .allSatisfy(it -> assertThat(parent(tree, it)).isEqualTo(number(tree, "collect")));
        assertThat(parent(tree, "publish")).isEqualTo(number(tree, "file"));
        assertThat(
                FeedSubscriber.header(
                    subscriber.until(it -> !it.isEmpty()).getFirst(), RawRecord.TRACE))
            .isEqualTo("00-" + TRACE + "-" + number(tree, "publish") + "-01");
      }
    }
    nobodyIsNamed();
  }

  @Test
  void a_message_is_the_same_tree_from_its_sender_on() throws Exception {
    configure(traced());
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      assertThat(hub.port()).isPositive();
      send("C-2");
      Map<String, Span> tree = tree(6);
      assertThat(tree).containsOnlyKeys(names("collect"));
      assertThat(parent(tree, "collect")).isEqualTo(CALLER);
      assertThat(STEPS)
          .allSatisfy(it -> assertThat(parent(tree, it)).isEqualTo(number(tree, "collect")));
    }
    nobodyIsNamed();
  }

  @Test
  void look_ups_and_exemptions_are_told_by_their_route_alone() throws Exception {
    configure(traced());
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      Asking approver = Asking.as(Role.APPROVER, hub, config);
      approver.get("/api/v1/cases/44030020261234567890");
      approver.ask("POST", "/api/v1/exemptions", "{}");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(receiver.spans().toString())
                      .contains("/api/v1/cases/{", "/api/v1/exemptions"));
    }
    assertThat(receiver.spans().toString()).doesNotContain("44030020261234567890");
  }

  @Test
  void a_batch_of_several_traces_is_linked_to_each() {
    TracingSection section = new TracingSection(receiver.address(), 1, null, null);
    try (Tracing tracing = Tracing.open(section, "hub")) {
      List<RawRecord> records =
          Stream.of(PARENT, PARENT, PARENT.replace("4bf9", "5bf9"))
              .map(it -> new RawRecord(new byte[0], "text/plain", "x", it))
              .toList();
      tracing.traces().batch(QUEUE, records).close();
    }
    assertThat(receiver.spans())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getLinksList())
                    .extracting(link -> TraceReceiver.hex(link.getTraceId().toByteArray()))
                    .containsExactly(TRACE, TRACE.replace("4bf9", "5bf9")));
  }

  @Test
  void nothing_is_sent_unless_it_is_switched_on() throws Exception {
    configure("");
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      assertThat(submit(hub, "C-3")).contains("\"accepted\"");
      assertThat(Asking.as(Role.OPERATOR, hub, config).get("/health")).doesNotContain("tracing");
    }
    assertThat(receiver.spans()).isEmpty();
  }

  private String traced() {
    return "tracing: {endpoint: \"%s\"}%n".formatted(receiver.address());
  }

  private static String feed(KafkaProcess kafka) {
    return """
    feed:
      kafka:
        bootstrapServers: %s
        create: {partitions: 1, replicas: 1}
        topics: [{topic: all, reader: peer}]
    """
        .formatted(kafka.address());
  }

  private void configure(String more) throws Exception {
    draft = ConfigDraft.in(folder.resolve("config"));
    draft.change("hub.yaml", "{enabled: false}", "{enabled: true, amqpPort: " + amqp + "}");
    draft.write("hub.yaml", draft.read("hub.yaml") + more);
    draft.write(
        "departments/approval.yaml",
        """
        department: {code: 11440300MB2D00225N, name: 示例市行政审批局}
        region: "440300"
        sources:
          - id: %s
            connector: jms
            dialect: native
            mapping: {unsigned: true}
            settings: {url: "vm://0", queue: in.market}
            trust: channel
            mayState: {events: [case.*], speakers: [11440300MB2D000147], regions: ["440300"]}
        """
            .formatted(QUEUE));
    Loaded loaded = draft.load();
    assertThat(loaded).isInstanceOf(Loaded.Sound.class);
    config = ((Loaded.Sound) loaded).config();
  }

  private String submit(HubServer hub, String number) throws Exception {
    byte[] document = new SampleCases(ConfigDraft.SOURCE).document(number).getBytes(UTF_8);
    byte[] envelope = new EnvelopeSigner(draft.signer(), new SecureRandom()).dsse(document);
    Caller market = new Caller("market", Role.DEPARTMENT, MARKET);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + "/api/v1/submissions"))
            .header("Authorization", "Bearer " + new Asking(hub, config, market).token())
            .header("Content-Type", "application/json")
            .header(RawRecord.TRACE, PARENT)
            .POST(BodyPublishers.ofByteArray(envelope))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private void send(String number) throws Exception {
    HubKeys keys = new HubKeys(config.hub().data().resolve("keys"));
    JmsConnectionFactory broker = new JmsConnectionFactory("amqp://127.0.0.1:" + amqp);
    try (Connection connection =
            broker.createConnection(QUEUE.text(), new String(keys.brokerPassword(QUEUE)));
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue("in.market"))) {
      BytesMessage message = session.createBytesMessage();
      message.setStringProperty(RawRecord.TRACE, PARENT);
      message.writeBytes(new SampleCases(QUEUE.text()).document(number).getBytes(UTF_8));
      producer.send(message);
    }
  }

  private Map<String, Span> tree(int size) {
    await().atMost(PATIENCE).until(() -> receiver.spans(TRACE).size() >= size);
    Map<String, Span> tree = new HashMap<>();
    receiver.spans(TRACE).forEach(it -> tree.put(it.getName(), it));
    return tree;
  }

  private static String[] names(String... others) {
    return Stream.concat(STEPS.stream(), Stream.of(others)).toArray(String[]::new);
  }

  private static String number(Map<String, Span> tree, String name) {
    return TraceReceiver.hex(Objects.requireNonNull(tree.get(name)).getSpanId().toByteArray());
  }

  private static String parent(Map<String, Span> tree, String name) {
    return TraceReceiver.hex(
        Objects.requireNonNull(tree.get(name)).getParentSpanId().toByteArray());
  }

  /** Neither the applicant nor the case, in any attribute of any span. */
  private void nobodyIsNamed() {
    assertThat(receiver.spans()).isNotEmpty();
    assertThat(receiver.spans().toString())
        .doesNotContain("91350100M000100Y43", "\\347\\246\\217\\345\\267\\236", "C-1", "C-2");
  }
}
