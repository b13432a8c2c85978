package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import licencehub.hub.access.Caller;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigDraft;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "'', 2",
    "version, 0",
    "--version, 0",
    "--help, 0",
    "help quarantine replay, 0",
    "help nothing, 2",
    "nothing, 2",
    "check, 2",
    "check --config /nowhere, 3",
    "connector, 2",
    "connector kinds, 0",
    "connector check ID, 2",
    "token --config ../config --role king, 2",
    "token --config ../config --role department, 2",
    "submit picture.png, 2",
    "submit gone.ndjson, 2",
    "status --server nonsense, 2",
    "status --server http://127.0.0.1:1, 6",
    "quarantine --server http://127.0.0.1:1, 6",
    "quarantine show x, 2",
    "quarantine list -o xml, 2",
    "keys, 2",
    "keys status --server http://127.0.0.1:1, 6",
    "keys retire data x, 2",
  })
  void a_command_ends_with_its_fixed_code(String line, int exit) {
    String[] words = line.isEmpty() ? new String[0] : line.split(" ");
    Shell.Said said = Shell.run((Object[]) words);
    assertThat(said.exit()).as(said.err()).isEqualTo(exit);
    assertThat(said.err().isEmpty()).as("talk stands on standard error").isEqualTo(exit == 0);
  }

  @Test
  void a_wrong_word_gets_a_guess_and_both_languages() {
    Shell.Said said = Shell.run("quarantin");
    assertThat(said.err()).contains("不认识的参数").contains("Did you mean").contains("quarantine");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void the_shipped_configuration_passes() {
    Shell.Said said = Shell.run("check", "--config", "../config");
    assertThat(said.exit()).isZero();
    assertThat(said.err()).contains("配置无误").contains("is sound");
  }

  @Test
  void faults_are_data_and_come_as_json_too() throws IOException {
    ConfigDraft.in(folder).change("departments/market.yaml", "http-push", "http-psh");
    Shell.Said table = Shell.run("check", "--config", folder);
    assertThat(table.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(table.out()).contains("market.yaml:5").contains("did you mean http-push");
    Shell.Said json = Shell.run("check", "--config", folder, "-o", "json");
    JsonNode fault = JsonMapper.shared().readTree(json.out()).path("faults").path(0);
    assertThat(fault.path("key").asString()).isEqualTo("sources[0].connector");
    assertThat(fault.path("remedy").path("zh").asString()).isNotBlank();
  }

  @Test
  void a_token_stands_alone_on_standard_output_and_is_good() throws IOException {
    ConfigDraft.in(folder);
    Shell.Said said =
        Shell.run(
            "token",
            "--config",
            folder,
            "--role",
            "department",
            "--department",
            "11440300MB2D000147",
            "--name",
            "market");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out().lines()).hasSize(1);
    Tokens tokens = Tokens.open(folder.resolve("data/keys/tokens.key"), Duration.ofHours(1));
    Optional<Caller> caller = tokens.verify(said.out().strip(), Instant.now());
    assertThat(caller)
        .hasValueSatisfying(it -> assertThat(it.role()).isEqualTo(Role.DEPARTMENT))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("market"));
  }

  @Test
  void an_agent_s_token_is_bound_to_its_holder_and_tells_nothing_of_it() throws IOException {
    ConfigDraft.in(folder);
    Path file = Files.writeString(folder.resolve("holder.txt"), "001 91350100M000100Y43\n");
    Shell.Said said =
        Shell.run(
            "token", "--config", folder, "--role", "agent", "--holder-file", file, "--name", "a");
    assertThat(said.exit()).as(said.err()).isZero();
    Path key = folder.resolve("data/keys/tokens.key");
    Optional<Caller> caller =
        Tokens.open(key, Duration.ofHours(1)).verify(said.out().strip(), Instant.now());
    HolderCode holder = new HolderCode(HolderCodeType.CREDIT_CODE, "91350100M000100Y43");
    assertThat(caller.orElseThrow().holder()).isEqualTo(KeyedHash.ofHolders(key).of(holder));
    Shell.Said without = Shell.run("token", "--config", folder, "--role", "agent");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("--holder-file");
  }

  @Test
  void the_completion_script_is_sound_bash() throws IOException, InterruptedException {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, Shell.run("completion", "bash").out(), StandardCharsets.UTF_8);
    assertThat(script).content().contains("quarantine").contains("_complete_licencehub");
    Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  @Test
  void a_lost_key_of_a_library_is_named_by_check_and_doctor() throws IOException {
    ConfigDraft.in(folder);
    Files.createDirectories(folder.resolve("data/library"));
    Shell.Said check = Shell.run("check", "--config", folder);
    assertThat(check.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(check.out()).contains("data.keys").contains("restore it from its backup");
    Shell.Said doctor = Shell.run("doctor", "--config", folder);
    assertThat(doctor.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(doctor.out()).contains("index.keys");
  }

  @Test
  void the_doctor_asks_the_key_service_and_says_what_it_did() throws IOException {
    String command = "keys: {command: [/bin/sh, -c, exit 3]}\ntrust:";
    ConfigDraft.in(folder).change("hub.yaml", "trust:", command);
    Shell.Said said = Shell.run("doctor", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.out()).contains("keys.command").contains("exit code 3");
  }

  @Test
  void the_doctor_names_a_key_that_others_can_read() throws IOException {
    ConfigDraft.in(folder);
    Shell.run("token", "--config", folder, "--role", "operator");
    Path key = folder.resolve("data/keys/tokens.key");
    assertThat(Shell.run("doctor", "--config", folder).exit()).isZero();
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    Shell.Said said = Shell.run("doctor", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.out()).contains("chmod 600 " + key);
  }

  @Test
  void the_doctor_tells_faults_of_the_configuration() throws IOException {
    ConfigDraft.in(folder).change("hub.yaml", "sqlite", "sqlight");
    Shell.Said said = Shell.run("doctor", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.out()).contains("library.engine").contains("Java");
  }

  @Test
  void kinds_come_with_the_schema_of_their_settings() {
    JsonNode kinds =
        JsonMapper.shared().readTree(Shell.run("connector", "kinds", "-o", "json").out());
    assertThat(kinds.path("connectors"))
        .anySatisfy(it -> assertThat(it.path("kind").asString()).isEqualTo("jdbc"))
        .allSatisfy(
            it -> assertThat(it.path("settings").path("type").asString()).isEqualTo("object"));
  }
}
