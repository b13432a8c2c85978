package licencehub.connectors;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import licencehub.model.lines.FaultyLine;
import licencehub.model.lines.FreePort;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A genuine Kafka node in a process of its own, which can be killed and started again. */
public final class KafkaProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String CONFIG =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.bootstrap.servers=127.0.0.1:QUORUMGATE
      listeners=PLAINTEXT://127.0.0.1:NODEPORT,CONTROLLER://127.0.0.1:QUORUMGATE
      advertised.listeners=PLAINTEXT://127.0.0.1:KNOWNPORT,CONTROLLER://127.0.0.1:QUORUMGATE
      controller.listener.names=CONTROLLER
      inter.broker.listener.name=PLAINTEXT
      log.dirs=FOLDER
      offsets.topic.num.partitions=1
      offsets.topic.replication.factor=1
      transaction.state.log.num.partitions=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      broker.session.timeout.ms=3000
      broker.heartbeat.interval.ms=500
      log.cleaner.dedupe.buffer.size=2097152
      """;

  private final Path folder;
  private final int port = FreePort.find();
  private @Nullable Process process;

  private KafkaProcess(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts one; it answers when this returns.
   *
   * @param folder its data and output
   */
  public static KafkaProcess start(Path folder) {
    return start(folder, null);
  }

  /** The same, known to its clients by the line that leads to it. */
  public static KafkaProcess startBehind(Path folder, FaultyLine line) {
    return start(folder, line);
  }

  private static KafkaProcess start(Path folder, @Nullable FaultyLine line) {
    try {
      Files.createDirectories(folder);
      KafkaProcess node = new KafkaProcess(folder);
      Path file = folder.resolve("server.properties");
      Files.writeString(
          file,
          CONFIG
              .replace("KNOWNPORT", Integer.toString(line == null ? node.port : line.port()))
              .replace("NODEPORT", Integer.toString(node.port))
              .replace("QUORUMGATE", Integer.toString(FreePort.find()))
              .replace("FOLDER", folder.resolve("log").toString()));
      String[] format = {
        "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
      };
      PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false);
      if (StorageTool.execute(format, quiet) != 0) {
        throw new IllegalStateException("formatting the store failed");
      }
      if (line != null) {
        line.leadTo(node.port);
      }
      node.start();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Starts it again on the same port and data. */
  public void start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path").replace("::", File.pathSeparator),
                    KafkaProcess.class.getName(),
                    folder.resolve("server.properties").toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Awaitility.await().atMost(PATIENCE).until(this::answers);
  }

  /** SIGKILL. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }

  private boolean answers() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      throw new IllegalStateException("it ended: see " + folder.resolve("output"));
    }
    Properties config = new Properties();
    config.put("bootstrap.servers", address());
    config.put("default.api.timeout.ms", "2000");
    config.put("request.timeout.ms", "2000");
    try (Admin admin = Admin.create(config)) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The node itself: runs until it is killed. */
  public static void main(String[] args) throws IOException {
    Properties config = Utils.loadProps(args[0]);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config, false), Time.SYSTEM);
    server.startup();
    server.awaitShutdown();
  }
}
