package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import licencehub.sharing.ChinaTime;
import licencehub.verification.EnvelopeSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that ask a hub, against one that really runs. */
class ClientCommandsTest {
  private static final String DEPARTMENT = "11440300MB2D000147";

  @TempDir static Path folder = Path.of(".");
  private static @Nullable ConfigDraft draft;
  private static Launcher.@Nullable Running hub;

  @BeforeAll
  static void start() throws IOException {
    draft = ConfigDraft.in(folder);
    Loaded.Sound sound = (Loaded.Sound) draft.load();
    hub = new HubWiring(InstantSource.system()).start(sound.config());
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(hub).close();
  }

  @Test
  void good_envelopes_are_accepted_and_repeats_are_duplicates() throws IOException {
    Path file = folder.resolve("good.ndjson");
    Files.writeString(
        file, signed(Samples.application("1")) + "\n" + signed(Samples.application("2")) + "\n");
    Shell.Said first = asDepartment("submit", file);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out().lines())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("\taccepted\t"));
    assertThat(first.err()).contains("100%").contains("2 sent, 0 quarantined");
    assertThat(asDepartment("submit", file).out()).contains("\tduplicate\t1");
  }

  @Test
  void what_is_set_aside_is_told_grouped_shown_and_replayed() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, signed(Samples.application("3").replace("promised", "whenever")));
    Shell.Said sent = asDepartment("submit", "--source", ConfigDraft.SOURCE, file, "-o", "json");
    assertThat(sent.exit()).isEqualTo(Exit.PARTLY.code());
    long number = JsonMapper.shared().readTree(sent.out()).path("quarantine").asLong();

    assertThat(asOperator("quarantine").out()).contains("event.schema-violated");
    Shell.Said list =
        asOperator("quarantine", "list", "--reason", "event.schema-violated", "-n", 10);
    assertThat(list.out()).contains(Long.toString(number)).contains(ConfigDraft.SOURCE);
    Shell.Said shown = asOperator("quarantine", "show", number);
    assertThat(shown.out()).contains("kind").doesNotContain("福州某某食品有限公司");
    assertThat(asOperator("quarantine", "replay", number).exit()).isEqualTo(Exit.PARTLY.code());

    Shell.Said many =
        asOperator(
            "quarantine", "replay", "--source", ConfigDraft.SOURCE, "--rate", 1000, "-o", "json");
    assertThat(many.exit()).as(many.err()).isEqualTo(Exit.PARTLY.code());
    JsonNode run = JsonMapper.shared().readTree(many.out());
    assertThat(run.path("done").asLong()).isEqualTo(run.path("total").asLong()).isPositive();
    assertThat(asOperator("quarantine", "stop", run.path("id").asLong()).exit()).isZero();
  }

  @Test
  void what_was_sent_is_reconciled_with_what_is_here() throws IOException {
    Path file = folder.resolve("sent.ndjson");
    Files.writeString(
        file, signed(Samples.application("41")) + "\n" + signed(Samples.application("42")) + "\n");
    Path bad = folder.resolve("aside.json");
    Files.writeString(bad, signed(Samples.application("43").replace("promised", "whenever")));
    assertThat(asDepartment("submit", file).exit()).isZero();
    assertThat(asDepartment("submit", bad).exit()).isEqualTo(Exit.PARTLY.code());
    String day = ChinaTime.dayOf(InstantSource.system().instant()).toString();
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "id,version\n41,1\n{\"id\":\"42\",\"version\":3}\n43,1\n44,1\n");
    Object[] command = {"reconcile", "--source", ConfigDraft.SOURCE, "--day", day, list};
    Shell.Said said = asDepartment(command);
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.NEGATIVE.code());
    assertThat(said.out())
        .containsPattern("another version +42 +3 +1")
        .containsPattern("set aside +43 +1 +#[0-9]+")
        .containsPattern("missing +44 +1 +-")
        .doesNotContainPattern(" 41 ");
    Files.writeString(list, "41,1\n42,1\n");
    Shell.Said sound = asDepartment(command);
    assertThat(sound.exit()).as(sound.out() + sound.err()).isZero();
    assertThat(sound.err()).contains("2 listed");
    assertThat(asOperator(command).exit()).isEqualTo(Exit.NOT_ALLOWED.code());
    Files.writeString(list, "41,1\nnothing\n");
    assertThat(asDepartment(command).err()).contains("line 2");
  }

  @Test
  void changed_items_are_tried_on_past_cases_and_what_is_no_item_is_told() throws IOException {
    Path file = folder.resolve("past.json");
    Files.writeString(
        file,
        signed(
            Samples.application("31").replace("11370800MB285591843370117002011", "000117001000")));
    assertThat(asDepartment("submit", file).exit()).isZero();
    Path items = Files.createDirectories(folder.resolve("changed-items"));
    Files.copy(Path.of("..", "config", "items", "food-operation.yaml"), items.resolve("food.yaml"));
    Shell.Said said = asOperator("exemptions", "try", "--items", items, "-o", "json");
    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode tried = JsonMapper.shared().readTree(said.out()).at("/items/0");
    assertThat(tried.path("item").asString()).isEqualTo("000117001000");
    assertThat(tried.path("cases").asLong()).isEqualTo(1);
    assertThat(tried.at("/documents/F01/exempt").isArray()).isTrue();
    Files.writeString(items.resolve("bad.yaml"), "a: [");
    assertThat(asOperator("exemptions", "try", "--items", items).exit())
        .isEqualTo(Exit.USAGE.code());
  }

  @Test
  void status_tells_health_sources_and_the_ledger() {
    Shell.Said said = asOperator("status", "--over", 0);
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains(ConfigDraft.SOURCE, "ledger entries");
    JsonNode json =
        JsonMapper.shared().readTree(asOperator("status", "--over", 0, "-o", "json").out());
    assertThat(json.path("health").path("items").size()).isPositive();
    assertThat(json.has("ledgerSize")).isTrue();
  }

  @Test
  void an_audit_beside_the_running_hub_finds_nothing_amiss() throws IOException {
    Path file = folder.resolve("audited.ndjson");
    Files.writeString(file, signed(Samples.application("8")));
    assertThat(asDepartment("submit", file).exit()).isZero();
    Path checkpoint = folder.resolve("checkpoint");
    Files.writeString(
        checkpoint,
        new HubClient(java.net.URI.create(address()), "")
            .text("/api/v1/ledger/checkpoint")
            .orElseThrow());
    Shell.Said said = Shell.run("audit", "--config", folder, "--checkpoint", checkpoint);
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("signed ledger");
    Files.writeString(checkpoint, "nothing");
    assertThat(Shell.run("audit", "--config", folder, "--checkpoint", checkpoint).exit())
        .isEqualTo(Exit.NEGATIVE.code());
  }

  @Test
  void keys_are_shown_changed_and_removed_while_the_hub_runs() {
    assertThat(asOperator("keys", "retire", "data", 1).err()).contains("cannot be removed");
    Shell.Said rotated = asOperator("keys", "rotate");
    assertThat(rotated.exit()).as(rotated.err()).isZero();
    assertThat(asOperator("keys", "retire", "data", 1).exit()).isZero();
    Shell.Said only = asOperator("keys", "rotate", "--kind", "index", "--no-wait");
    assertThat(only.exit()).as(only.err()).isZero();
    JsonNode keys = JsonMapper.shared().readTree(asOperator("keys", "status", "-o", "json").out());
    assertThat(keys.at("/data/held")).hasToString("[2]");
    assertThat(keys.at("/index/current").asInt()).isEqualTo(3);
    assertThat(asDepartment("keys", "status").exit()).isEqualTo(Exit.NOT_ALLOWED.code());
  }

  @Test
  void without_a_token_nothing_is_told() {
    Shell.Said said = Shell.run("quarantine", "--server", address());
    assertThat(said.exit()).isEqualTo(Exit.NOT_ALLOWED.code());
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_token_of_another_role_does_not_help() {
    assertThat(asDepartment("status").exit()).isEqualTo(Exit.NOT_ALLOWED.code());
  }

  @Test
  void a_token_may_stand_in_a_file() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, token("operator"));
    Shell.Said said = Shell.run("quarantine", "--server", address(), "--token-file", file);
    assertThat(said.exit()).as(said.err()).isZero();
  }

  private static Shell.Said asDepartment(Object... arguments) {
    return as(token("department"), arguments);
  }

  private static Shell.Said asOperator(Object... arguments) {
    return as(token("operator"), arguments);
  }

  private static Shell.Said as(String token, Object... arguments) {
    return Shell.run(Map.of("LICENCEHUB_TOKEN", token, "LICENCEHUB_SERVER", address()), arguments);
  }

  private static String token(String role) {
    return Shell.run("token", "--config", folder, "--role", role, "--department", DEPARTMENT)
        .out()
        .strip();
  }

  private static String address() {
    return "http://127.0.0.1:" + Objects.requireNonNull(hub).port();
  }

  private static String signed(String document) {
    EnvelopeSigner signer =
        new EnvelopeSigner(Objects.requireNonNull(draft).signer(), new SecureRandom());
    return new String(
        signer.dsse(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
