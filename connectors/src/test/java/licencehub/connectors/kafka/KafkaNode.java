package licencehub.connectors.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import licencehub.connectors.Authority;
import licencehub.model.lines.FaultyLine;
import licencehub.model.lines.FreePort;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka node in this process, broker and controller, reached through a line that can fail;
 * and, for those who know {@link #USER}, through an encrypted door beside it.
 */
final class KafkaNode implements AutoCloseable {
  private static final List<String> ONE_COPY =
      List.of(
          "offsets.topic.replication.factor",
          "transaction.state.log.replication.factor",
          "transaction.state.log.min.isr",
          "share.coordinator.state.topic.replication.factor",
          "share.coordinator.state.topic.min.isr");

  static final String USER = "hub";
  static final String PASSWORD = "kafka-4471";
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private final FaultyLine line = new FaultyLine();
  private final int guarded = FreePort.find();
  private final KafkaRaftServer server;

  KafkaNode(Path folder) throws IOException {
    this(folder, Map.of());
  }

  /**
   * @param keys its key for encrypted connections, PKCS #12
   */
  static KafkaNode guarded(Path folder, Path keys) throws IOException {
    String door = "listener.name.guarded.";
    return new KafkaNode(
        folder,
        Map.of(
            door + "ssl.keystore.location",
            keys.toString(),
            door + "ssl.keystore.type",
            "PKCS12",
            door + "ssl.keystore.password",
            Authority.PASSWORD,
            door + "sasl.enabled.mechanisms",
            "PLAIN",
            door + "plain.sasl.jaas.config",
            "%s user_%s=\"%s\";".formatted(PLAIN, USER, PASSWORD)));
  }

  /** How a client logs in, as its properties have it. */
  static String login(String password) {
    return "%s username=\"%s\" password=\"%s\";".formatted(PLAIN, USER, password);
  }

  private KafkaNode(Path folder, Map<String, String> door) throws IOException {
    int port = FreePort.find();
    int controller = FreePort.find();
    Properties config = config(folder, port, controller);
    if (!door.isEmpty()) {
      config.putAll(door);
      config.merge("listeners", ",GUARDED://localhost:" + guarded, (a, b) -> a + "" + b);
      config.merge("advertised.listeners", ",GUARDED://localhost:" + guarded, (a, b) -> a + "" + b);
    }
    Path file = folder.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      config.store(out, null);
    }
    String[] format = {
      "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
    };
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false);
    if (StorageTool.execute(format, quiet) != 0) {
      throw new IllegalStateException("formatting the store failed");
    }
    server = new KafkaRaftServer(KafkaConfig.fromProps(config, false), Time.SYSTEM);
    server.startup();
    line.leadTo(port);
  }

  FaultyLine line() {
    return line;
  }

  /** The server's own address is told to nobody: all clients go through the line. */
  String address() {
    return "127.0.0.1:" + line.port();
  }

  /** The encrypted door. */
  String guardedAddress() {
    return "localhost:" + guarded;
  }

  @Override
  public void close() {
    line.close();
    server.shutdown();
    server.awaitShutdown();
  }

  private Properties config(Path folder, int port, int controller) {
    Properties config = new Properties();
    config.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.bootstrap.servers", "127.0.0.1:" + controller,
            "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller),
            "advertised.listeners",
                "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controller,
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "PLAINTEXT",
            "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,GUARDED:SASL_SSL",
            "log.dirs", folder.resolve("log").toString()));
    config.putAll(
        Map.of(
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000",
            "log.cleaner.dedupe.buffer.size", "2097152"));
    ONE_COPY.forEach(it -> config.put(it, "1"));
    return config;
  }
}
