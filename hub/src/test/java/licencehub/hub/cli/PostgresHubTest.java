package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import licencehub.library.PostgresServer;
import licencehub.model.Unavailable;
import licencehub.verification.EnvelopeSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs on a PostgreSQL server, as {@code hub.yaml} sets them up. */
class PostgresHubTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String CASE = "330901161710248000211";
  private final String schema = "hub_" + UUID.randomUUID().toString().replace('-', '_');
  @TempDir Path folder = Path.of("");

  @Test
  void what_one_hub_took_another_knows_and_both_find_it_after_a_restart() throws Exception {
    String address = PostgresServer.shared().address();
    ConfigDraft one = draft("one", address);
    ConfigDraft two = draft("two", address);
    trustTheSame(one, two);
    Path file = signed(one, "1");
    try (Launcher.Running hub = start(one)) {
      assertThat(submit(one, hub, file)).contains("\taccepted\t1");
      copyKeys(one, two);
      try (Launcher.Running other = start(two)) {
        assertThat(submit(two, other, file)).contains("\tduplicate\t1");
        assertThat(find(two, other).body()).contains(CASE);
      }
    }
    try (Launcher.Running hub = start(one)) {
      assertThat(find(one, hub).statusCode()).isEqualTo(200);
      assertThat(submit(one, hub, file)).contains("\tduplicate\t1");
      Shell.Said audit = Shell.run("audit", "--config", one.folder());
      assertThat(audit.exit()).as(audit.out() + audit.err()).isZero();
    }
    Shell.Said doctor = Shell.run("doctor", "--config", one.folder());
    assertThat(doctor.out()).contains("the library's database").contains(address);
  }

  @Test
  void a_hub_with_a_ledger_key_of_its_own_does_not_start_on_the_database_of_another()
      throws Exception {
    String address = PostgresServer.shared().address();
    ConfigDraft one = draft("one", address);
    ConfigDraft two = draft("two", address);
    trustTheSame(one, two);
    try (Launcher.Running hub = start(one)) {
      submit(one, hub, signed(one, "1"));
    }
    copyKeys(one, two);
    Files.delete(two.folder().resolve("data/keys/ledger.pem"));
    assertThatThrownBy(() -> start(two))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("copy the folder keys");
  }

  @Test
  void health_names_a_database_that_is_gone_and_recovers_by_itself() throws Exception {
    try (PostgresServer server = PostgresServer.own(Map.of())) {
      ConfigDraft draft = draft("one", server.address());
      try (Launcher.Running hub = start(draft)) {
        submit(draft, hub, signed(draft, "1"));
        assertThat(get(hub, "/health/ready", null).statusCode()).isEqualTo(200);
        server.kill();
        HttpResponse<String> down = get(hub, "/health/ready", null);
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains(server.address()).contains("cannot be reached");
        server.restart();
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> get(hub, "/health/ready", null).statusCode() == 200);
        assertThat(submit(draft, hub, signed(draft, "2"))).contains("\taccepted\t2");
      }
    }
  }

  @Test
  void a_hub_that_grew_up_on_a_file_moves_into_the_database_and_goes_on() throws Exception {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("one"));
    Path file = signed(draft, "1");
    try (Launcher.Running hub = start(draft)) {
      assertThat(submit(draft, hub, file)).contains("\taccepted\t1");
    }
    onPostgres(draft, PostgresServer.shared().address());
    assertThatThrownBy(() -> start(draft))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("./licencehub migrate");
    Shell.Said said = Shell.run("migrate", "--config", draft.folder());
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("checkpoint", "1 entries under this root on both sides");
    try (Launcher.Running hub = start(draft)) {
      assertThat(submit(draft, hub, file)).contains("\tduplicate\t1");
      assertThat(find(draft, hub).body()).contains(CASE);
    }
  }

  @Test
  void settings_that_fit_no_engine_are_faults() throws Exception {
    ConfigDraft draft = draft("one", "127.0.0.1:1");
    draft.change("hub.yaml", "user: postgres, ", "");
    assertThat(draft.load()).isInstanceOf(Loaded.Unsound.class);
    draft.change("hub.yaml", "engine: postgres", "engine: sqlite");
    assertThat(draft.load()).isInstanceOf(Loaded.Unsound.class);
    ConfigDraft bare = draft("two", "127.0.0.1:1");
    String library =
        bare.read("hub.yaml")
            .lines()
            .filter(it -> it.startsWith("library"))
            .findFirst()
            .orElseThrow();
    bare.change("hub.yaml", library, "library: {engine: postgres}");
    assertThat(bare.load()).isInstanceOf(Loaded.Unsound.class);
  }

  private ConfigDraft draft(String name, String address) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve(name));
    return onPostgres(draft, address);
  }

  private ConfigDraft onPostgres(ConfigDraft draft, String address) {
    return draft.change(
        "hub.yaml",
        "{engine: sqlite}",
        ("{engine: postgres, settings: {addresses: [\"%s\"], database: postgres, schema: %s,"
                + " user: postgres, encryption: none}}")
            .formatted(address, schema));
  }

  private static Launcher.Running start(ConfigDraft draft) {
    Loaded.Sound sound = (Loaded.Sound) draft.load();
    return new HubWiring(InstantSource.system()).start(sound.config());
  }

  private static void trustTheSame(ConfigDraft one, ConfigDraft other) throws IOException {
    copy(one.folder().resolve("trust"), other.folder().resolve("trust"));
    copy(one.folder().resolve("signers"), other.folder().resolve("signers"));
  }

  private static void copyKeys(ConfigDraft from, ConfigDraft to) throws IOException {
    copy(from.folder().resolve("data/keys"), to.folder().resolve("data/keys"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path it : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            it,
            to.resolve(it.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static String token(ConfigDraft draft, String... role) {
    Object[] arguments =
        Stream.concat(
                Stream.of("token", "--config", draft.folder().toString(), "--role"),
                Stream.of(role))
            .toArray();
    return Shell.run(arguments).out().strip();
  }

  private static String submit(ConfigDraft draft, Launcher.Running hub, Path file) {
    String token = token(draft, "department", "--department", "11440300MB2D000147");
    String server = "http://127.0.0.1:" + hub.port();
    return Shell.run(Map.of("LICENCEHUB_TOKEN", token, "LICENCEHUB_SERVER", server), "submit", file)
        .out();
  }

  private static HttpResponse<String> find(ConfigDraft draft, Launcher.Running hub)
      throws Exception {
    return get(hub, "/api/v1/cases/" + CASE, token(draft, "approver"));
  }

  private static HttpResponse<String> get(
      Launcher.Running hub, String path, @org.jspecify.annotations.Nullable String token)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + path))
            .header("Licencehub-Item", "11370800MB285591843370117002011")
            .header("Licencehub-Case", "C-1")
            .header("Licencehub-Purpose", "check")
            .header("Licencehub-Operator", "zhang.san");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private Path signed(ConfigDraft draft, String number) throws IOException {
    EnvelopeSigner signer = new EnvelopeSigner(draft.signer(), new SecureRandom());
    byte[] document = Samples.application(number).getBytes(StandardCharsets.UTF_8);
    return Files.writeString(
        folder.resolve("case-" + number + ".json"),
        new String(signer.dsse(document), StandardCharsets.UTF_8));
  }
}
