package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files a hub is installed with fit each other and the image, as far as can be seen here. */
class DeployTest {
  private static final Path DEPLOY = Path.of("../config/deploy");
  private static final Path SYSTEMD = Path.of("/usr/bin/systemd-analyze");
  private static final Pattern VALUE = Pattern.compile("\\.Values\\.([a-zA-Z.]+)");
  private static final Pattern ACTION = Pattern.compile("\\{\\{-? ?(if|end)\\b");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void systemd_understands_the_unit_and_finds_it_confined() throws Exception {
    assumeThat(SYSTEMD).as("systemd-analyze is not installed here").isExecutable();
    assumeThat(Path.of("/usr/bin/java")).as("the unit's Java is not here").isExecutable();
    Path unit = DEPLOY.resolve("licencehub.service").toAbsolutePath().normalize();
    assertThat(said("verify", unit.toString())).doesNotContain("licencehub");
    assertThat(said("security", "--offline=yes", "--threshold=25", unit.toString()))
        .contains("Overall exposure level");
  }

  @ParameterizedTest
  @ValueSource(strings = {"licencehub.service", "compose.yaml", "helm/templates/licencehub.yaml"})
  void all_start_the_hub_alike_and_let_it_finish(String file) throws IOException {
    String text = Files.readString(DEPLOY.resolve(file));
    assertThat(text)
        .contains("/etc/licencehub", "/var/lib/licencehub", "LICENCEHUB_LOG")
        .containsPattern("run,? --config,? /etc/licencehub")
        .containsPattern("(TimeoutStopSec=|stop_grace_period: |terminationGracePeriodSeconds: )90");
  }

  @Test
  void compose_gives_the_hub_nothing_it_does_not_need() throws IOException {
    JsonNode hub =
        YAML.readTree(Files.readString(DEPLOY.resolve("compose.yaml"))).at("/services/licencehub");
    assertThat(hub.path("read_only").asBoolean()).isTrue();
    assertThat(hub.path("cap_drop").toString()).contains("ALL");
    assertThat(hub.path("security_opt").toString()).contains("no-new-privileges:true");
    assertThat(hub.at("/healthcheck/test").toString()).contains("/health/ready");
    assertThat(hub.path("image").asString()).startsWith("licencehub");
  }

  @Test
  void the_chart_asks_for_values_it_has_and_for_probes_the_hub_answers() throws IOException {
    JsonNode values = YAML.readTree(Files.readString(DEPLOY.resolve("helm/values.yaml")));
    String template = Files.readString(DEPLOY.resolve("helm/templates/licencehub.yaml"));
    List<String> asked =
        VALUE.matcher(template).results().map(it -> it.group(1)).distinct().toList();
    assertThat(asked).hasSizeGreaterThan(8);
    for (String each : asked) {
      assertThat(values.at("/" + each.replace('.', '/')).isMissingNode()).as(each).isFalse();
    }
    assertThat(YAML.readTree(Files.readString(DEPLOY.resolve("helm/Chart.yaml"))).path("name"))
        .isEqualTo(YAML.getNodeFactory().stringNode("licencehub"));
    assertThat(template).contains("/health/live", "/health/ready", "replicas: 1");
    assertThat(balance(template)).isZero();
  }

  /** What is left of the template when its actions are filled in or taken out is YAML. */
  @Test
  void the_template_is_yaml_around_its_actions() throws IOException {
    String template = Files.readString(DEPLOY.resolve("helm/templates/licencehub.yaml"));
    String filled =
        template
            .replaceAll("(?m)^\\s*\\{\\{- (if|end).*\\}\\}\\s*$", "")
            .replaceAll("\\{\\{ toJson [^}]*\\}\\}", "[]")
            .replaceAll("\\{\\{[^}]*\\}\\}", "8080");
    List<String> kinds = new ArrayList<>();
    for (String each : filled.split("(?m)^---$", -1)) {
      kinds.add(YAML.readTree(each).path("kind").asString());
    }
    assertThat(kinds).containsExactly("StatefulSet", "Service");
  }

  private static int balance(String template) {
    return ACTION
        .matcher(template)
        .results()
        .map(MatchResult::group)
        .mapToInt(it -> it.contains("if") ? 1 : -1)
        .sum();
  }

  private static String said(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SYSTEMD.toString(), "--no-pager"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}
