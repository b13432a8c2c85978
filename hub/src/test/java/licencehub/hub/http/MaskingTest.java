package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {
  private static final String CITIZEN = Documents.CITIZEN.text();

  @Test
  void a_person_is_masked_in_every_place_of_the_document() {
    String masked =
        Masking.of(
                ("{\"data\":{\"remark\":\"王小明已领取，号码"
                        + CITIZEN
                        + "\",\"holders\":[{\"name\":\"王小明\",\"codeType\":\"111\",\"code\":\""
                        + CITIZEN
                        + "\"}],\"materials\":[\"王小明的照片\"]}}")
                    .getBytes(UTF_8))
            .toString();
    assertThat(masked)
        .doesNotContain("王小明", CITIZEN)
        .contains("王**已领取", "王**的照片", Documents.CITIZEN.masked());
  }

  @Test
  void an_organisation_stays_readable() {
    String holder = "{\"name\":\"示例公司\",\"codeType\":\"001\",\"code\":\"91350100M000100Y43\"}";
    assertThat(Masking.of(("{\"data\":{\"holders\":[" + holder + "]}}").getBytes(UTF_8)).toString())
        .contains("示例公司", "91350100M000100Y43");
  }

  @Test
  void a_passport_keeps_its_last_four_characters() {
    String holder = "{\"name\":\"DOE JOHN\",\"codeType\":\"414\",\"code\":\"E12345678\"}";
    assertThat(Masking.of(("{\"data\":{\"applicant\":" + holder + "}}").getBytes(UTF_8)).toString())
        .contains("****5678")
        .doesNotContain("E1234", "JOHN");
  }

  @Test
  void who_collects_or_answers_the_telephone_is_masked_without_a_code() {
    String masked =
        Masking.of(
                "{\"data\":{\"collector\":{\"name\":\"赵领取\"},\"contact\":{\"name\":\"钱联系\",\"phone\":\"13800138000\"}}}"
                    .getBytes(UTF_8))
            .toString();
    assertThat(masked).doesNotContain("赵领取", "钱联系", "138");
  }

  @Test
  void a_code_that_claims_an_unknown_type_is_masked_whole() {
    String holder = "{\"name\":\"某\",\"codeType\":\"777\",\"code\":\"SECRET-1\"}";
    assertThat(Masking.of(("{\"data\":{\"x\":" + holder + "}}").getBytes(UTF_8)).toString())
        .doesNotContain("SECRET-1");
  }

  @Test
  void passwords_are_left_out_everywhere() {
    byte[] document = "{\"data\":{\"queryPassword\":\"638201\",\"a\":1}}".getBytes(UTF_8);
    assertThat(Masking.of(document).toString()).doesNotContain("638201", "queryPassword");
    assertThat(Masking.withoutPasswords(document).toString())
        .doesNotContain("638201", "queryPassword")
        .contains("\"a\"");
  }
}
