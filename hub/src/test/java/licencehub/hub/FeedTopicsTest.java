package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import licencehub.connectors.KafkaProcess;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.library.Library;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub that publishes to Kafka topics, as {@code hub.yaml} sets it up. */
class FeedTopicsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FEED =
      """
      feed:
        kafka:
          bootstrapServers: SERVERS
          timeout: PT2S
          create: {partitions: 2, replicas: 1}
          topics:
            - {topic: everything, reader: peer}
            - {topic: watched, reader: supervisor, events: [case.*, licence.issued.v1]}
            - {topic: market, reader: department, department: 11440300MB2D000147}
            - {topic: elsewhere, reader: department, department: 11370800MB28559184}
      """;

  @TempDir private Path folder;

  @Test
  void each_topic_gets_what_its_readers_may_see_and_health_names_a_node_that_is_gone()
      throws Exception {
    try (KafkaProcess kafka = KafkaProcess.start(folder.resolve("kafka"))) {
      ConfigFolder config =
          ((Loaded.Sound) draft(FEED.replace("SERVERS", kafka.address())).load()).config();
      long head = fileExamples(config);
      try (HubServer hub = HubServer.start(config, InstantSource.system())) {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> ask(hub, config, "/metrics").contains("licencehub_feed_active 1.0"));
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> ask(hub, config, "/metrics").contains("licencehub_feed_behind 0.0"));
        everything(kafka, head);
        watched(kafka);
        try (FeedSubscriber market = new FeedSubscriber(kafka.address(), "market");
            FeedSubscriber elsewhere = new FeedSubscriber(kafka.address(), "elsewhere")) {
          assertThat(market.all())
              .isNotEmpty()
              .anySatisfy(it -> assertThat(it.value()).contains("张三"));
          assertThat(elsewhere.all()).isEmpty();
        }
        assertThat(health(hub, config).path("status").asString()).isEqualTo("up");
        kafka.kill();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> health(hub, config).path("status").asString().equals("degraded"));
        assertThat(health(hub, config).toString()).contains(kafka.address());
        kafka.start();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> health(hub, config).path("status").asString().equals("up"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{topic: a, reader: department} | department is not said",
        "{topic: a, reader: supervisor, events: [cases.*]} | fits no event",
        "{topic: licencehub.feed.position, reader: peer} | stands twice",
        "{topic: a, reader: approver} | reader",
      })
  void a_topic_that_cannot_be_is_a_fault_of_the_file(String topic, String said) throws IOException {
    Loaded loaded =
        draft("feed: {kafka: {bootstrapServers: \"k:9092\", topics: [%s]}}".formatted(topic))
            .load();
    assertThat(((Loaded.Unsound) loaded).faults().toString()).contains(said);
  }

  private static void everything(KafkaProcess kafka, long head) {
    try (FeedSubscriber topic = new FeedSubscriber(kafka.address(), "everything")) {
      List<ConsumerRecord<String, String>> all = topic.all();
      assertThat(all).anySatisfy(it -> assertThat(it.value()).contains("张三"));
      assertThat(all).allSatisfy(it -> assertThat(it.value()).doesNotContain("queryPassword"));
      assertThat(all.stream().map(FeedSubscriber::sequence)).contains(head).doesNotHaveDuplicates();
      ConsumerRecord<String, String> issued =
          all.stream()
              .filter(it -> FeedSubscriber.header(it, "ce_type").equals("licence.issued.v1"))
              .findFirst()
              .orElseThrow();
      assertThat(issued.key()).isEqualTo("11100000000013338W011.11430000006122244L.20230000403");
      assertThat(FeedSubscriber.header(issued, "ce_specversion")).isEqualTo("1.0");
      assertThat(FeedSubscriber.header(issued, "ce_source")).isEqualTo("/sources/sz-market-push");
      assertThat(FeedSubscriber.header(issued, "ce_subject")).endsWith(".001.U");
      assertThat(FeedSubscriber.header(issued, "ce_recordversion")).isEqualTo("7");
      assertThat(FeedSubscriber.header(issued, "content-type")).isEqualTo("application/json");
      assertThat(FeedSubscriber.header(issued, "ce_dataschema"))
          .isEqualTo(
              "https://licencehub.example/schemas/licence.issued/v1.schema.json"
                  + "#/properties/data");
      assertThat(JsonMapper.shared().readTree(issued.value()).path("name").asString())
          .isEqualTo("食品经营许可证");
    }
  }

  private static void watched(KafkaProcess kafka) {
    try (FeedSubscriber topic = new FeedSubscriber(kafka.address(), "watched")) {
      assertThat(topic.all())
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.value()).doesNotContain("张三"))
          .allSatisfy(it -> assertThat(FeedSubscriber.header(it, "ce_masked")).isEqualTo("true"))
          .allSatisfy(
              it ->
                  assertThat(FeedSubscriber.header(it, "ce_type"))
                      .matches("case\\..*|licence\\.issued\\.v1"));
    }
  }

  private ConfigDraft draft(String feed) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    return draft.write("hub.yaml", draft.read("hub.yaml") + feed + "\n");
  }

  private static long fileExamples(ConfigFolder config) throws IOException {
    LibraryOpener opener = new LibraryOpener(config.hub());
    try (Library library = opener.open(opener.signer(), InstantSource.system())) {
      library.journal().file(ExampleEvents.entries(0)).join();
      return library.outbox().after(-1, 1000).stream()
          .filter(it -> !it.type().isHubs())
          .mapToLong(it -> it.sequence())
          .max()
          .orElseThrow();
    }
  }

  private static JsonNode health(HubServer hub, ConfigFolder config)
      throws IOException, InterruptedException {
    for (JsonNode item : JsonMapper.shared().readTree(ask(hub, config, "/health")).path("items")) {
      if (item.path("name").asString().equals("feed")) {
        return item;
      }
    }
    throw new IllegalStateException("health says nothing of the feed");
  }

  private static String ask(HubServer hub, ConfigFolder config, String path)
      throws IOException, InterruptedException {
    Path key = new HubKeys(config.hub().data().resolve("keys")).tokens();
    Caller operator = new Caller("test", Role.OPERATOR, null);
    String token = Tokens.open(key, Duration.ofMinutes(5)).issue(operator, Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
