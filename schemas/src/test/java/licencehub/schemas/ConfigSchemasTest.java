package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ConfigSchemasTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void the_examples_of_both_files_are_right() {
    assertThat(department("")).isEmpty();
    assertThat(ConfigSchemas.check(Contracts.hubSettings(), YAML.readTree(file("hub.yaml"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region: \"440300\"          | region: 440300          | region",
        "region: \"440300\"          | region: \"44030\"       | region",
        "trust: signed               | trust: signd            | sources[0].trust",
        "every: PT1S                 | every: 1s               | sources[1].poll.every",
        "waiting: 5000               | wating: 5000            | sources[0].limits.wating",
        "batch: 500                  | batch: 0                | sources[0].limits.batch",
        "id: sz-market-push          | id: SZ                  | sources[0].id",
        "name: 深圳市市场监督管理局     | nam: 深圳市市场监督管理局  | department.nam"
      })
  void a_flaw_is_named_by_its_dotted_key(String right, String wrong, String key) {
    assertThat(department(right.strip() + "→" + wrong.strip()))
        .extracting(SettingFault::key)
        .contains(key);
  }

  @Test
  void an_unknown_key_brings_the_nearest_known_one() {
    SettingFault fault = department("waiting: 5000→wating: 5000").getFirst();
    assertThat(fault.message().zh()).contains("不认识“wating”", "“waiting”");
    assertThat(fault.message().en()).contains("did you mean \"waiting\"?");
  }

  @Test
  void a_number_that_should_be_text_is_told_to_be_quoted() {
    SettingFault fault = department("region: \"440300\"→region: 440300").getFirst();
    assertThat(fault.message().zh()).contains("加引号");
    assertThat(fault.value()).isEqualTo("440300");
    assertThat(fault.remedy()).isEqualTo("region: \"440300\"");
  }

  @Test
  void a_signed_source_needs_signers() {
    assertThat(department("signers: [trust/signers/sz-market.pem]→enabled: true"))
        .extracting(SettingFault::key)
        .containsExactly("sources[0].signers");
  }

  @Test
  void all_faults_are_told_at_once() {
    JsonNode settings = YAML.readTree("hub: {id: X}\nhttp: {port: 70000}\nlibary: {}\n");
    assertThat(ConfigSchemas.check(Contracts.hubSettings(), settings))
        .extracting(SettingFault::key)
        .containsExactlyInAnyOrder(
            "data",
            "library",
            "trust",
            "libary",
            "hub.name",
            "hub.region",
            "hub.id",
            "http.host",
            "http.port");
  }

  @Test
  void a_revocation_list_comes_from_one_place() {
    for (String both : List.of("{}", "{url: \"https://a.example\", file: a.crl}")) {
      JsonNode settings =
          YAML.readTree(
              file("hub.yaml").replace("{file: trust/crl/root.crl, refresh: PT1H}", both));
      assertThat(ConfigSchemas.check(Contracts.hubSettings(), settings))
          .extracting(SettingFault::key)
          .contains("trust.revocation[0]");
    }
  }

  @Test
  void a_secret_is_masked_in_value_and_message() {
    String schema =
        """
        {"type": "object", "additionalProperties": false, "properties": {
          "user": {"type": "string"}, "password": {"type": "string", "maxLength": 5},
          "apiToken": {"type": "string"}}}
        """;
    List<SettingFault> faults =
        ConfigSchemas.check(schema, YAML.readTree("password: hunter2hunter2\napiToken: 4711\n"));
    assertThat(faults).extracting(SettingFault::value).containsOnly("******");
    assertThat(faults.toString()).doesNotContain("hunter2").doesNotContain("4711");
  }

  @Test
  void a_file_that_is_no_mapping_is_one_fault() {
    assertThat(ConfigSchemas.check(Contracts.hubSettings(), YAML.readTree("just text")))
        .extracting(SettingFault::key)
        .containsExactly("");
  }

  @Test
  void a_schema_that_is_none_is_a_bug_of_its_author() {
    assertThatThrownBy(() -> ConfigSchemas.check("{", YAML.readTree("a: 1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ConfigSchemas.check("{\"$ref\":\"https://a.example/b#\"}", YAML.readTree("a: 1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The example with one text in it replaced: {@code right→wrong}. */
  private static List<SettingFault> department(String change) {
    String text = file("department.yaml");
    if (!change.isEmpty()) {
      String right = change.substring(0, change.indexOf('→'));
      assertThat(text).contains(right);
      text =
          text.replaceFirst(
              java.util.regex.Pattern.quote(right), change.substring(change.indexOf('→') + 1));
    }
    return ConfigSchemas.check(Contracts.departmentSettings(), YAML.readTree(text));
  }

  private static String file(String name) {
    try (InputStream in = ConfigSchemasTest.class.getResourceAsStream("/config/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
