package licencehub.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licencehub.connectors.Authority;
import licencehub.model.lines.FreePort;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A genuine Artemis in a process of its own, under the configuration that is shipped for it. It
 * knows the hub and two departments, each with a password and a certificate.
 */
final class ArtemisProcess implements AutoCloseable {
  static final String PASSWORD = "artemis-6620";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path SHIPPED = Path.of("../config/cluster/artemis").toAbsolutePath();

  private final Path folder;
  private final int corePort = FreePort.find();
  private final int amqpPort = FreePort.find();
  private @Nullable Process process;

  private ArtemisProcess(Path folder) {
    this.folder = folder;
  }

  /** Starts one; it listens when this returns. */
  static ArtemisProcess start(Path folder) throws IOException {
    ArtemisProcess broker = new ArtemisProcess(folder);
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.copy(SHIPPED.resolve("broker.xml"), etc.resolve("broker.xml"));
    Files.copy(SHIPPED.resolve("login.config"), etc.resolve("login.config"));
    StringBuilder users = new StringBuilder();
    StringBuilder roles = new StringBuilder();
    for (String name : List.of("hub", "market", "health")) {
      users.append(name).append(" = ").append(PASSWORD).append('\n');
      roles.append(name).append(" = ").append(name).append('\n');
    }
    Files.writeString(etc.resolve("artemis-users.properties"), users);
    Files.writeString(etc.resolve("artemis-roles.properties"), roles);
    Authority authority = new Authority("The broker's authority");
    authority.keyStore(etc.resolve("broker.p12"), "localhost");
    authority.trustStore(etc.resolve("departments.p12"));
    authority.trustStore(folder.resolve("trust.p12"));
    authority.keyStore(folder.resolve("client.p12"), "client");
    Files.writeString(folder.resolve("store.password"), Authority.PASSWORD + "\n");
    Files.writeString(folder.resolve("hub.password"), PASSWORD + "\n");
    broker.start();
    return broker;
  }

  Path folder() {
    return folder;
  }

  int corePort() {
    return corePort;
  }

  /**
   * How {@code hub.yaml} names it.
   *
   * @param timeout ISO 8601
   */
  String outside(String url, String timeout) {
    return """
    broker:
      enabled: true
      outside:
        url: %s
        user: hub
        timeout: %s
        passwordFile: %4$s
        tls:
          trustStore: %3$s/trust.p12
          trustStorePasswordFile: %3$s/store.password
          keyStore: %3$s/client.p12
          keyStorePasswordFile: %3$s/store.password"""
        .formatted(url, timeout, folder, folder.resolve("hub.password"));
  }

  String core() {
    return "tcp://localhost:" + corePort;
  }

  String amqp() {
    return "amqps://localhost:" + amqpPort;
  }

  /** Starts it again on the same ports and data. */
  void start() throws IOException {
    Path etc = folder.resolve("etc");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Djava.security.auth.login.config=" + etc.resolve("login.config"));
    command.add("-Dhub.broker.data=" + folder.resolve("data"));
    command.add("-Dhub.broker.etc=" + etc);
    command.add("-Dhub.broker.host=localhost");
    command.add("-Dhub.broker.core.port=" + corePort);
    command.add("-Dhub.broker.amqp.port=" + amqpPort);
    command.add("-Dhub.broker.keystore.password=" + Authority.PASSWORD);
    command.add("-Dhub.broker.truststore.password=" + Authority.PASSWORD);
    command.add("-Dhub.broker.attempts=3");
    command.add("-Dhub.broker.redelivery=10");
    command.add("-Dhub.broker.memory=1MiB");
    command.add("-Dhub.broker.page=256KiB");
    command.addAll(List.of("-cp", etc + ":" + System.getProperty("java.class.path")));
    command.add(ArtemisProcess.class.getName());
    command.add(etc.resolve("broker.xml").toUri().toString());
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
            .start();
    Awaitility.await().atMost(PATIENCE).until(() -> listens(corePort) && listens(amqpPort));
  }

  /** Files of messages that no longer fit into memory. */
  List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data/paging"))) {
      return files.filter(it -> it.toString().endsWith(".page")).toList();
    }
  }

  /** SIGKILL. */
  void kill() {
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

  private boolean listens(int port) {
    Process running = process;
    if (running == null || !running.isAlive()) {
      throw new IllegalStateException("it ended: " + output());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The broker itself: runs until it is killed. */
  public static void main(String[] args) throws Exception {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfigResourcePath(args[0]);
    server.setSecurityManager(new ActiveMQJAASSecurityManager("activemq"));
    server.start();
    Thread.currentThread().join();
  }
}
