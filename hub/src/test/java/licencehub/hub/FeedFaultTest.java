package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import licencehub.connectors.KafkaProcess;
import licencehub.hub.config.ConfigDraft;

/** The Kafka node the feed is published on fails. */
class FeedFaultTest extends FaultContract {
  @SuppressWarnings("NullAway.Init")
  private KafkaProcess kafka;

  @Override
  String dependency() {
    return "Kafka, for the feed";
  }

  @Override
  String item() {
    return "feed";
  }

  @Override
  String cause(Way way) {
    return "no answer, check address, network and the servers";
  }

  @Override
  void startServer(Path folder) {
    kafka = KafkaProcess.startBehind(folder.resolve("kafka"), line);
  }

  @Override
  void stopServer() {
    kafka.close();
  }

  @Override
  void kill() {
    kafka.kill();
  }

  @Override
  void startAgain() throws Exception {
    kafka.start();
  }

  @Override
  void configure(ConfigDraft draft) {
    draft.write(
        "hub.yaml",
        draft.read("hub.yaml")
            + """
            feed:
              kafka:
                bootstrapServers: 127.0.0.1:%d
                timeout: PT2S
                create: {partitions: 1, replicas: 1}
                topics: [{topic: all, reader: peer}]
            """
                .formatted(line.port()));
  }

  @Override
  void mustBeWhole(List<String> filed) {
    try (FeedSubscriber subscriber = new FeedSubscriber(kafka.address(), "all")) {
      assertThat(subscriber.until(it -> it.size() >= filed.size()).stream())
          .extracting(FeedSubscriber::sequence)
          .containsExactlyElementsOf(LongStream.range(0, filed.size()).boxed().toList());
    }
  }
}
