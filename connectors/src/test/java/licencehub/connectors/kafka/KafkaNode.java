package licencehub.connectors.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import licencehub.connectors.Gate;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka node in this process, broker and controller, reached through a gate. */
final class KafkaNode implements AutoCloseable {
  private static final List<String> ONE_COPY =
      List.of(
          "offsets.topic.replication.factor",
          "transaction.state.log.replication.factor",
          "transaction.state.log.min.isr",
          "share.coordinator.state.topic.replication.factor",
          "share.coordinator.state.topic.min.isr");

  private final Gate gate = new Gate();
  private final KafkaRaftServer server;

  KafkaNode(Path folder) throws IOException {
    int port = free();
    int controller = free();
    Properties config = config(folder, port, controller);
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
    gate.leadTo(port);
  }

  Gate gate() {
    return gate;
  }

  /** The address behind the gate's back is told to nobody: all clients go through the gate. */
  String address() {
    return "127.0.0.1:" + gate.port();
  }

  @Override
  public void close() {
    gate.close();
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
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
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

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
