package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import licencehub.connectors.FeedKind;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSink;
import licencehub.connectors.KafkaProcess;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.hub.http.FeedReader;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.model.event.EventType;
import licencehub.routes.SourceBoard;
import licencehub.routes.feed.FeedPlan;
import licencehub.routes.feed.FeedPublisher;
import licencehub.routes.feed.FeedState;
import licencehub.routes.feed.FeedState.Phase;
import licencehub.routes.feed.FeedTopic;
import licencehub.routes.trace.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed against a genuine node that is killed, and against other publishers of the same feed.
 */
class FeedOutageTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  @TempDir private static Path shared;
  private static KafkaProcess kafka;

  @TempDir private Path folder;
  private String topic;
  private Library library;

  @BeforeAll
  static void startKafka() {
    kafka = KafkaProcess.start(shared.resolve("kafka"));
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @BeforeEach
  void open() throws IOException {
    topic = "all-" + NUMBER.incrementAndGet();
    library = library("one");
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void a_killed_node_loses_and_repeats_nothing_and_the_feed_catches_up() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (FeedPublisher feed = feed(library, topic)) {
      Thread publishing = following(feed, over);
      for (int lot = 0; lot < 10; lot++) {
        file(lot);
      }
      await().atMost(PATIENCE).until(() -> feed.state().position() >= 0);
      kafka.kill();
      for (int lot = 10; lot < 30; lot++) {
        file(lot);
      }
      await().atMost(PATIENCE).until(() -> feed.state().trouble() != null);
      assertThat(cause(feed)).contains(kafka.address()).contains("没有答复");
      kafka.start();
      for (int lot = 30; lot < 40; lot++) {
        file(lot);
      }
      await().atMost(PATIENCE).until(() -> feed.state().behind() == 0);
      assertThat(feed.state().trouble()).isNull();
      over.set(true);
      publishing.join();
    }
    eachEventOnceAndInOrder();
  }

  @Test
  void of_two_hubs_one_publishes_and_the_other_steps_in() throws Exception {
    file(0);
    FeedPublisher first = feed(library, topic);
    try (FeedPublisher second = feed(library, topic)) {
      await().atMost(PATIENCE).until(() -> behind(first) == 0);
      await().atMost(PATIENCE).until(() -> behind(second) == 0);
      assertThat(second.state().phase()).isEqualTo(Phase.ACTIVE);
      file(1);
      await().atMost(PATIENCE).until(() -> step(first).phase() == Phase.STANDBY);
      await().atMost(PATIENCE).until(() -> behind(second) == 0);
      await().atMost(PATIENCE).until(() -> behind(first) == 0);
      assertThat(first.state().phase()).isEqualTo(Phase.STANDBY);
    }
    file(2);
    await().atMost(PATIENCE).until(() -> step(first).phase() == Phase.ACTIVE);
    await().atMost(PATIENCE).until(() -> behind(first) == 0);
    first.close();
    eachEventOnceAndInOrder();
  }

  @Test
  void a_position_of_another_library_is_not_taken_for_ones_own() throws Exception {
    file(0);
    try (FeedPublisher feed = feed(library, topic)) {
      await().atMost(PATIENCE).until(() -> behind(feed) == 0);
    }
    try (Library other = library("other");
        FeedPublisher feed = feed(other, topic)) {
      other.journal().file(ExampleEvents.entries(7)).join();
      await().atMost(PATIENCE).until(() -> step(feed).trouble() != null);
      assertThat(cause(feed)).contains("feed.kafka.name");
      assertThat(feed.state().phase()).isNotEqualTo(Phase.ACTIVE);
    }
    eachEventOnceAndInOrder();
  }

  @Test
  void a_feed_that_begins_with_what_comes_next_publishes_nothing_older() throws Exception {
    file(0);
    long before = library.outbox().head();
    try (FeedPublisher feed = feed(library, topic, true)) {
      await().atMost(PATIENCE).until(() -> behind(feed) == 0);
    }
    file(1);
    try (FeedPublisher feed = feed(library, topic, true);
        FeedSubscriber subscriber = new FeedSubscriber(kafka.address(), topic)) {
      await().atMost(PATIENCE).until(() -> behind(feed) == 0);
      assertThat(subscriber.all().stream().map(FeedSubscriber::sequence).sorted())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(before + 1, library.outbox().head()).boxed().toList());
    }
  }

  private void eachEventOnceAndInOrder() {
    try (FeedSubscriber subscriber = new FeedSubscriber(kafka.address(), topic)) {
      List<ConsumerRecord<String, String>> all = subscriber.all();
      assertThat(all.stream().map(FeedSubscriber::sequence).sorted())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(0, library.outbox().head()).boxed().toList());
      Map<String, Long> last = new HashMap<>();
      assertThat(all)
          .allSatisfy(
              it -> {
                Long before = last.put(it.key(), FeedSubscriber.sequence(it));
                assertThat(before == null ? -1 : before).isLessThan(FeedSubscriber.sequence(it));
              });
    }
  }

  private void file(int lot) throws IOException {
    library
        .journal()
        .file(ExampleEvents.entries(lot).stream().filter(FeedOutageTest::isOfSources).toList())
        .join();
  }

  private static boolean isOfSources(licencehub.library.Entry entry) {
    return entry instanceof licencehub.library.Entry.Filing it && !it.event().type().isHubs();
  }

  private Library library(String name) throws IOException {
    ConfigFolder config = ((Loaded.Sound) ConfigDraft.in(folder.resolve(name)).load()).config();
    LibraryOpener opener = new LibraryOpener(config.hub());
    return opener.open(opener.signer(), InstantSource.system());
  }

  private static FeedPublisher feed(Library library, String topic) {
    return feed(library, topic, false);
  }

  private static FeedPublisher feed(Library library, String topic, boolean fromEnd) {
    FeedSink sink =
        ServiceLoader.load(FeedKind.class)
            .findFirst()
            .orElseThrow()
            .open(
                new FeedSettings(
                    topic,
                    kafka.address(),
                    "position",
                    Set.of(topic),
                    null,
                    new FeedSettings.Creation(3, (short) 1),
                    Duration.ofSeconds(2)));
    FeedTopic all =
        new FeedTopic(
            topic,
            EnumSet.allOf(EventType.class),
            FeedReader.of(new SourceBoard(), library, new Caller("peer", Role.PEER, null)));
    FeedPlan plan = new FeedPlan(List.of(all), 1_000_000, fromEnd, Duration.ofSeconds(3));
    Lease lease = library.leases().join(UUID.randomUUID().toString());
    return new FeedPublisher(
        library.outbox(), sink, plan, InstantSource.system(), lease, Traces.OFF);
  }

  private static Thread following(FeedPublisher feed, AtomicBoolean over) {
    return Thread.ofPlatform()
        .start(
            () -> {
              while (!over.get()) {
                feed.follow();
              }
            });
  }

  private static FeedState step(FeedPublisher feed) {
    feed.follow();
    return feed.state();
  }

  private static long behind(FeedPublisher feed) {
    return step(feed).phase() == Phase.STARTING ? Long.MAX_VALUE : feed.state().behind();
  }

  private static String cause(FeedPublisher feed) {
    FeedState.Trouble trouble = feed.state().trouble();
    return trouble == null ? "" : trouble.cause();
  }
}
