package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import licencehub.hub.config.SourceFile.Trust;
import licencehub.model.event.EventType;
import licencehub.sharing.followup.FollowUpPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
  private static final String HUB = "hub.yaml";
  private static final String MARKET = "departments/market.yaml";

  @TempDir Path folder = Path.of(".");
  private @Nullable ConfigDraft made;

  @BeforeEach
  void make() throws IOException {
    made = ConfigDraft.in(folder);
  }

  private ConfigDraft draft() {
    return Objects.requireNonNull(made);
  }

  @Test
  void a_sound_folder_is_read_whole() {
    ConfigFolder config = ((Loaded.Sound) draft().load()).config();
    assertThat(config.hub().id()).isEqualTo("gd-440300");
    assertThat(config.hub().data()).isEqualTo(folder.resolve("data"));
    assertThat(config.hub().trust().anchors()).containsExactly(folder.resolve("trust/root.pem"));
    assertThat(config.hub().broker()).isNull();
    assertThat(config.hub().tokens().lifetime()).isEqualTo(Duration.ofHours(1));
    SourceFile source = config.sources().getFirst();
    assertThat(source.id().text()).isEqualTo(ConfigDraft.SOURCE);
    assertThat(source.trust()).isEqualTo(Trust.SIGNED);
    assertThat(source.policy()).isEqualTo(HubSettings.USUAL_POLICY);
    assertThat(source.signers()).containsExactly(folder.resolve("signers/market.pem"));
    assertThat(source.enabled()).isTrue();
    assertThat(config.hub().uses().life()).isEqualTo(Duration.ofDays(1));
    assertThat(config.hub().followUps()).isEqualTo(FollowUpPolicy.USUAL);
    assertThat(source.mandate().events())
        .contains(EventType.CASE_APPLIED, EventType.CASE_COLLECTED, EventType.LICENCE_ISSUED)
        .doesNotContain(EventType.LICENCE_REVOKED);
    assertThat(config.declaring(source.id())).isPresent();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what stands there      | what is put there         | key
          connector: http-push     | connector: http-psh       | sources[0].connector
          dialect: native          | dialect: nativ            | sources[0].dialect
          settings: {}             | settings: {capacty: 5}    | sources[0].settings.capacty
          settings: {}             | settings: {capacity: few} | sources[0].settings.capacity
          trust: signed            | trust: maybe              | sources[0].trust
          signers: [signers/market.pem] | signers: [signers/gone.pem] | sources[0].signers[0]
          signers: [signers/market.pem] | signers: [hub.yaml]       | sources[0].signers[0]
          signers: [signers/market.pem] | enabled: true             | sources[0].signers
          trust: signed                 | policy: strict            | sources[0].policy
          [case.*, licence.issued.v1]   | [cases.*]                 | sources[0].mayState.events[0]
          speakers: [11440300MB2D000147] | speakers: [11440300MB2D000148] | sources[0].mayState.speakers[0]
          licenceTypes: [11100000MB0143028R001] | licenceTypes: [11100000MB0143029R001] | sources[0].mayState.licenceTypes[0]
          regions: ["440300"]           | regions: ["4403"]         | sources[0].mayState.regions[0]
          {code: 11440300MB2D000147,    | {code: 11440300MB2D000148, | department.code
          id: sz-market-push            | id: SZ                    | sources[0].id
          id: sz-market-push            | id: hub                   | sources[0].id
          [case.*, licence.issued.v1]   | [use.authorised.v1]       | sources[0].mayState.events[0]
          """)
  void a_flaw_in_a_department_file_is_named_by_its_key(String from, String to, String key) {
    draft().change(MARKET, from, to);
    assertThat(keys()).contains(key);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          engine: sqlite          | engine: sqlight         | library.engine
          trust/*.pem             | trust/*.crt             | trust.anchors[0]
          trust/*.pem             | trust/gone.pem          | trust.anchors[0]
          name: standard          | name: strict            | trust.policies
          [SM2-SM3]               | [SM2-SM4]               | trust.policies[0].algorithms[0]
          port: 0}                | port: 99999}            | http.port
          port: 0}                | port: 0, hots: x}       | http.hots
          enabled: false}         | enabled: true, amqpPort: 7000, corePort: 7000} | broker.corePort
          data: {folder: data}    | data: {}                | data.folder
          region: "440300"        | region: 440300          | hub.region
          broker: {enabled: false} | uses: {life: PT0S}     | uses.life
          broker: {enabled: false} | followUps: {checkDays: 40} | followUps.checkLongestDays
          broker: {enabled: false} | followUps: {answerDays: 0} | followUps.answerDays
          """)
  void a_flaw_in_the_hub_file_is_named_by_its_key(String from, String to, String key) {
    draft().change(HUB, from, to);
    assertThat(keys()).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1H, retryFirst", "PT2H, PT1H, retryMost", "PT-1S, PT1H, retryFirst"})
  void pauses_that_cannot_grow_are_a_fault(String first, String most, String key) {
    String pauses = "quarantine: {retryFirst: %s, retryMost: %s}%n".formatted(first, most);
    draft().write(HUB, draft().read(HUB) + pauses);
    assertThat(keys()).containsExactly("quarantine." + key);
  }

  @Test
  void every_fault_of_every_file_comes_at_once() {
    draft().change(HUB, "engine: sqlite", "engine: sqlight");
    draft().change(MARKET, "connector: http-push", "connector: htp-push");
    draft().change(MARKET, "dialect: native", "dialect: foreign");
    draft().change(MARKET, "signers/market.pem", "signers/gone.pem");
    assertThat(keys())
        .containsExactlyInAnyOrder(
            "library.engine",
            "sources[0].connector",
            "sources[0].dialect",
            "sources[0].signers[0]");
  }

  @Test
  void a_fault_names_file_line_value_and_remedy_in_both_languages() {
    draft().change(MARKET, "connector: http-push", "connector: http-psh");
    ConfigFault fault = faults().getFirst();
    assertThat(fault.file()).isEqualTo(folder.resolve(MARKET));
    assertThat(fault.line()).isEqualTo(5);
    assertThat(fault.value()).isEqualTo("http-psh");
    assertThat(fault.remedy().zh()).contains("是否想写 http-push");
    assertThat(fault.remedy().en()).contains("did you mean http-push").contains("jdbc");
  }

  @Test
  void a_source_id_may_stand_once_in_the_whole_folder() {
    draft()
        .write(
            "departments/other.yaml",
            draft().read(MARKET).replace("code: 11440300MB2D000147", "code: 91350100M000100Y43"));
    ConfigFault fault = faults().getFirst();
    assertThat(fault.file()).isEqualTo(folder.resolve("departments/other.yaml"));
    assertThat(fault.key()).isEqualTo("sources[0].id");
    assertThat(fault.message().en()).contains("market.yaml:4");
  }

  @Test
  void a_department_may_be_declared_once() {
    draft()
        .write(
            "departments/other.yaml",
            draft().read(MARKET).replace("id: sz-market-push", "id: x-1"));
    assertThat(keys()).containsExactly("department.code");
  }

  @Test
  void a_secret_is_not_shown() {
    draft().change(MARKET, "settings: {}", "settings: {password: hunter2}");
    assertThat(faults().toString()).contains("settings.password").doesNotContain("hunter2");
  }

  @Test
  void a_secret_file_that_is_missing_is_a_fault() {
    draft().change(MARKET, "connector: http-push", "connector: jdbc");
    draft().change(MARKET, "settings: {}", "settings: {url: 'jdbc:h2:mem:x', passwordFile: gone}");
    assertThat(keys()).contains("sources[0].settings.passwordFile");
  }

  @Test
  void a_missing_hub_file_is_one_fault() throws IOException {
    Files.delete(folder.resolve(HUB));
    assertThat(faults()).anySatisfy(it -> assertThat(it.file()).isEqualTo(folder.resolve(HUB)));
  }

  @Test
  void a_missing_folder_of_departments_is_a_fault() throws IOException {
    Files.delete(folder.resolve(MARKET));
    Files.delete(folder.resolve("departments"));
    assertThat(faults())
        .anySatisfy(it -> assertThat(it.file()).isEqualTo(folder.resolve("departments")));
  }

  @Test
  void a_channel_is_never_trusted_with_licences() {
    draft().change(MARKET, "trust: signed", "trust: channel");
    draft().change(MARKET, "signers: [signers/market.pem]", "enabled: true");
    assertThat(keys()).containsExactly("sources[0].trust");
  }

  private List<String> keys() {
    return faults().stream().map(ConfigFault::key).toList();
  }

  private List<ConfigFault> faults() {
    return ((Loaded.Unsound) draft().load()).faults();
  }
}
