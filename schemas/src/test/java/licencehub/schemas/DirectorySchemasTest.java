package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas of licence types, items, grants and peers. */
class DirectorySchemasTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "licence-type",
          Contracts.licenceTypeSettings(),
          "item",
          Contracts.itemSettings(),
          "grant",
          Contracts.grantSettings(),
          "peer",
          Contracts.peerSettings());

  @Test
  void the_examples_are_right() {
    SCHEMAS.keySet().forEach(it -> assertThat(check(it, "", "")).as(it).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "licence-type | code: 11100000MB0143028R001 | code: 11100000MB0143029R001 | code",
        "licence-type | origin: real       | origin: true             | origin",
        "licence-type | origin: real       | origin: genuine          | origin",
        "licence-type | holders: legal-person | holder: legal-person  | holder",
        "licence-type | kind: text         | kind: txt                | items[0].kind",
        "licence-type | personal: name     | personal: surname        | items[0].personal",
        "licence-type | column: KZ_FDDBR   | column: fddbr            | items[0].column",
        "licence-type | ', codes: {\"1\": 存续}' | ''                 | items[1].codes",
        "licence-type | ', periods: [P5Y, P6M]' | ''                  | validity.periods",
        "licence-type | P5Y                | 5Y                       | validity.periods[0]",
        "licence-type | '\"02\": suspended' | '\"02\": paused'        | statusCodes[02]",
        "licence-type | '\"000117001000\"' | '\"00011700100\"'        | serves[0]",
        "item         | version: 1         | version: 0               | version",
        "item         | '\"000117001000\"' | 370117002011             | code",
        "item         | necessity: required | necessity: yes          | documents[0].necessity",
        "item         | 'forms: [paper]'   | 'forms: [licence]'       | documents[1].accepts",
        "item         | '[paper, licence]' | '[]'                     | documents[0].forms",
        "item         | deferDays: 5       | deferDays: 0             | documents[1].deferDays",
        "item         | holder: applicant  | holder: spouse           | documents[0].accepts[0].holder",
        "item         | '\"440300\"'       | '\"4403\"'               | documents[0].accepts[0].regions[0]",
        "item         | 'contains: 食品'   | 'holds: 食品'             | documents[0].accepts[0].fields[0].holds",
        "item         | ', contains: 食品' | ''                       | documents[0].accepts[0].fields[0]",
        "item         | 'contains: 食品'   | 'contains: 食品, is: 食品' | documents[0].accepts[0].fields[0]",
        "item         | '2000-01-01'       | '2000-02-30'             | documents[0].accepts[0].fields[2].notBefore",
        "grant        | id: example-market-food | id: Example         | grants[0].id",
        "grant        | bases: [by-function] | bases: []              | grants[1].bases",
        "grant        | holder-consent     | consent                  | grants[0].bases[1]",
        "grant        | perDay: 200        | perDay: 0                | grants[0].perDay",
        "grant        | anyItem: true      | anyItem: false           | grants[1].anyItem",
        "grant        | 'anyItem: true'    | 'purpose2: x'            | grants[1].items",
        "grant        | 'copies: false'    | 'anyItem: true'          | grants[0]",
        "grant        | '\"2027-12-31\"'   | 2027                     | grants[0].to",
        "peer         | hub: gd-440100     | hub: ../gd               | hub",
        "peer         | '\"440100\"'       | 440100                   | region",
        "peer         | level: city        | level: town              | level",
        "peer         | 'may: [filter'     | 'must: [filter'          | must",
        "peer         | 'checkpoint]'      | 'filter]'                | may",
        "peer         | 'ledgerKeys: [gd'  | 'ledgerKeys: [] # [gd'   | ledgerKeys",
      })
  void a_flaw_is_named_by_its_dotted_key(String file, String right, String wrong, String key) {
    assertThat(check(file, right, wrong)).extracting(SettingFault::key).contains(key);
  }

  /** The example with one text in it replaced. */
  private static List<SettingFault> check(String file, String right, String wrong) {
    String text = file(file);
    assertThat(text).contains(right);
    int at = text.indexOf(right);
    String changed = text.substring(0, at) + wrong + text.substring(at + right.length());
    String schema = SCHEMAS.get(file);
    assertThat(schema).isNotNull();
    return ConfigSchemas.check(schema, YAML.readTree(changed));
  }

  private static String file(String name) {
    try (InputStream in =
        DirectorySchemasTest.class.getResourceAsStream("/config/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
