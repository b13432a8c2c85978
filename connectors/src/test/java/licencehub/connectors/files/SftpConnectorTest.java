package licencehub.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.Outcomes;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.Unavailable;
import licencehub.model.lines.FaultyLine;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpConnectorTest extends ConnectorContract {
  @TempDir private Path home;
  private Path folder = Path.of("");
  private SftpServer server;

  @BeforeEach
  void start() throws IOException {
    folder = Files.createDirectories(home.resolve("root/out"));
    server = new SftpServer(home.resolve("root"));
    SftpServer.password(home);
    Files.writeString(home.resolve("known_hosts"), server.knownHost());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Override
  protected Connector connector() {
    return new SftpConnector();
  }

  @Override
  protected SourceConfig config() {
    return config("\"passwordFile\": \"secrets/sftp.txt\", \"knownHostsFile\": \"known_hosts\"");
  }

  @Override
  protected Optional<SourceConfig> withoutSecret() {
    return Optional.of(
        config(
            "\"passwordFile\": \"" + MISSING_SECRET + "\", \"knownHostsFile\": \"known_hosts\""));
  }

  @Override
  protected void put(int count) {
    Folders.drop(folder, count);
  }

  @Override
  protected Object state() {
    return Folders.picture(home);
  }

  @Override
  protected boolean cutOff() {
    server.line().fail(FaultyLine.Fault.RESET);
    return true;
  }

  @Override
  protected void restore() {
    server.line().fail(FaultyLine.Fault.NONE);
  }

  @Test
  void a_key_and_a_fingerprint_serve_as_well() throws Exception {
    try (OutputStream out = Files.newOutputStream(home.resolve("secrets/id"))) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(server.user(), "hub", null, out);
    }
    put(1);
    SourceConfig config =
        config("\"keyFile\": \"secrets/id\", " + fingerprint(SftpServer.fingerprint()));
    try (BatchSource source = connector().open(config, positions)) {
      assertThat(take(source, 1)).hasSize(1);
    }
  }

  @Test
  void a_server_with_another_key_is_refused_and_never_sees_the_password() {
    String other = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    SourceConfig config = config("\"passwordFile\": \"secrets/sftp.txt\", " + fingerprint(other));
    StepLog log = new StepLog();
    assertThatThrownBy(() -> connector().check(config, log))
        .isInstanceOf(Probe.StepFailed.class)
        .rootCause()
        .hasMessageContaining(SftpServer.fingerprint());
    assertThat(log.passed()).containsExactly("resolve");
    try (BatchSource source = connector().open(config, positions)) {
      assertThatThrownBy(() -> source.poll(1, Duration.ZERO)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void a_server_missing_in_known_hosts_is_refused() throws IOException {
    Files.writeString(home.resolve("known_hosts"), "");
    assertThatThrownBy(() -> connector().check(config(), new StepLog()))
        .rootCause()
        .hasMessageContaining(SftpServer.fingerprint());
  }

  @Test
  void a_wrong_password_fails_the_step_of_logging_in() throws IOException {
    Files.writeString(home.resolve("secrets/sftp.txt"), "wrong");
    StepLog log = new StepLog();
    assertThatThrownBy(() -> connector().check(config(), log)).hasMessageContaining("log in");
    assertThat(log.passed()).hasSize(2);
  }

  @Test
  void reading_goes_on_in_the_middle_of_a_file_after_the_connection_broke() {
    put(300);
    try (BatchSource source = open()) {
      Batch first = next(source, 100);
      server.line().fail(FaultyLine.Fault.RESET);
      server.line().fail(FaultyLine.Fault.NONE);
      source.settle(first, Outcomes.accepted(first));
      assertThat(take(source, 200))
          .hasSize(200)
          .doesNotContainAnyElementsOf(texts(first.records()));
      assertThat(folder.resolve("done")).isNotEmptyDirectory();
    }
  }

  private static String fingerprint(String key) {
    return "\"fingerprint\": \"" + key + "\"";
  }

  private SourceConfig config(String rest) {
    return Configs.unsigned(
        """
        {"host": "127.0.0.1", "port": %d, "user": "department", "folder": "/out",
        "timeout": "PT30S", %s}"""
            .formatted(server.line().port(), rest),
        home);
  }
}
