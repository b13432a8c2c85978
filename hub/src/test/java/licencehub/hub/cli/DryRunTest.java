package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.Kinds;
import licencehub.hub.config.Loaded;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.verification.EnvelopeSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DryRunTest {
  private static final String MARKET = "departments/market.yaml";
  @TempDir Path folder = Path.of(".");
  private @Nullable ConfigDraft made;

  @BeforeEach
  void a_department_drops_files() throws IOException {
    made =
        ConfigDraft.in(folder)
            .change(MARKET, "http-push", "folder")
            .change(MARKET, "settings: {}", "settings: {folder: drop, pattern: '*.ndjson'}");
    String good = signed(Samples.application("1"));
    String changed = good.replaceFirst("\"payload\":\"....", "\"payload\":\"AAAA");
    String foreign = signed(Samples.application("2").replace("440300\"", "110000\""));
    Files.createDirectories(folder.resolve("drop"));
    Files.writeString(
        folder.resolve("drop/a.ndjson"),
        String.join("\n", good, changed, "not an envelope", foreign) + "\n");
  }

  @Test
  void each_record_is_judged_as_in_earnest_and_shown_masked() {
    Shell.Said said = Shell.run("connector", "check", ConfigDraft.SOURCE, "--config", folder);
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.PARTLY.code());
    assertThat(said.out())
        .contains("可接收 fit", "mandate.region", "a.ndjson")
        .doesNotContain("福州某某食品有限公司");
    assertThat(said.err())
        .contains("读目录 list", "发现 discover", "ms", "源端未作任何改动 nothing changed at the source");
  }

  @Test
  void the_source_is_byte_for_byte_as_it_was() throws IOException {
    Map<String, String> before = content(folder.resolve("drop"));
    Shell.run("connector", "check", ConfigDraft.SOURCE, "--config", folder);
    assertThat(content(folder.resolve("drop"))).isEqualTo(before).isNotEmpty();
    assertThat(folder.resolve("data/library")).doesNotExist();
  }

  @Test
  void the_report_comes_as_json_too() {
    Shell.Said said =
        Shell.run("connector", "check", ConfigDraft.SOURCE, "--config", folder, "-o", "json");
    JsonNode report = JsonMapper.shared().readTree(said.out());
    assertThat(report.path("unchanged").asBoolean()).isTrue();
    assertThat(report.path("records").size()).isEqualTo(4);
    assertThat(report.path("steps"))
        .allSatisfy(it -> assertThat(it.path("passed").asBoolean()).isTrue());
  }

  @Test
  void a_step_that_fails_ends_it_and_is_named() throws IOException {
    Files.delete(folder.resolve("drop/a.ndjson"));
    Files.delete(folder.resolve("drop"));
    Shell.Said said = Shell.run("connector", "check", ConfigDraft.SOURCE, "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("✘").contains("did not get to its end");
  }

  @Test
  void a_source_that_is_not_configured_is_answered_with_those_that_are() {
    Shell.Said said = Shell.run("connector", "check", "another-one", "--config", folder);
    assertThat(said.exit()).isEqualTo(Exit.USAGE.code());
    assertThat(said.err()).contains(ConfigDraft.SOURCE);
  }

  @Test
  void a_connector_that_takes_what_it_samples_is_found_out() {
    DryRunReport report =
        dryRun(new Greedy(Kinds.installed().connector("folder").orElseThrow())).run(20);
    assertThat(report.compared()).isTrue();
    assertThat(report.changes()).isNotEmpty();
    assertThat(report.exit()).isEqualTo(Exit.FAILED);
  }

  private DryRun dryRun(Connector connector) {
    ConfigFolder config = ((Loaded.Sound) draft().load()).config();
    DepartmentFile department = config.departments().getFirst();
    InstantSource clock = InstantSource.system();
    Bare bare = new Bare();
    new CommandLine(bare).setErr(new PrintWriter(Writer.nullWriter()));
    return new DryRun(
        connector,
        () -> new HubWiring(clock).rules(config, department, department.sources().getFirst()),
        new LiveProbe(bare.talk, clock),
        clock);
  }

  private ConfigDraft draft() {
    return Objects.requireNonNull(made);
  }

  private String signed(String document) {
    EnvelopeSigner signer = new EnvelopeSigner(draft().signer(), new SecureRandom());
    return new String(
        signer.dsse(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private static Map<String, String> content(Path place) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            file + " " + Files.getLastModifiedTime(file),
            Digest.of(Files.readAllBytes(file)).toString());
      }
    }
    return content;
  }

  /** A command that only talks. */
  @CommandLine.Command
  private static final class Bare {
    @CommandLine.Mixin private Talk talk = new Talk();
  }

  /** Breaks the promise of {@link Connector#sample}: deletes what it read. */
  private record Greedy(Connector honest) implements Connector {
    @Override
    public ConnectorSpec spec() {
      return new ConnectorSpec("greedy", Text.of("贪", "greedy"), honest.spec().settingsSchema());
    }

    @Override
    public void check(SourceConfig config, Probe probe) {
      honest.check(config, probe);
    }

    @Override
    public List<Discovered> discover(SourceConfig config) {
      return honest.discover(config);
    }

    @Override
    public List<RawRecord> sample(SourceConfig config, int limit) {
      List<RawRecord> taken = honest.sample(config, limit);
      try {
        Files.deleteIfExists(config.home().resolve("drop/a.ndjson"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return taken;
    }

    @Override
    public BatchSource open(SourceConfig config, Positions positions) {
      return honest.open(config, positions);
    }
  }
}
