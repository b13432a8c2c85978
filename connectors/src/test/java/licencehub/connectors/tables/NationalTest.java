package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.connectors.tables.Tables.document;
import static licencehub.connectors.tables.Tables.documents;
import static licencehub.connectors.tables.Tables.example;
import static licencehub.connectors.tables.Tables.json;
import static licencehub.connectors.tables.Tables.refused;
import static licencehub.connectors.tables.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;

import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NationalTest {
  private static final Dialect DIALECT = Configs.dialect("national", "{}");
  private static final RawRecord ACCEPTANCE = example("national", "acceptance");

  private static final RawRecord PROCESS = example("national", "process");

  private static final RawRecord PROCEDURE = example("national", "procedure");

  private static final RawRecord RESULT = example("national", "result");

  private static final RawRecord LICENCE = example("national", "licence");

  @Test
  void an_acceptance_becomes_a_document() {
    JsonNode document = document(DIALECT, ACCEPTANCE);
    assertThat(document.path("id").asString()).isEqualTo("UP_PRO_ACCEPT/6f1c/1772676000");
    assertThat(document.path("recordversion").asLong()).isEqualTo(1_772_676_000L);
    data(
        document,
        """
        "result":"accepted","acceptedAt":"2026-03-05T09:30:00+08:00","handler":"王五","acceptanceNumber":"SL-1",
        "item":{"code":"11370800MB285591843370117002011","name":"食品经营许可","version":"3"},
        "applicant":{"name":"张三","codeType":"111","code":"11010519491231002X"},
        "projectName":"某某餐饮食品经营许可","kind":"promised",
        "extra":{"channel":"counter","appliedAt":"2026-03-05T09:00:00+08:00"}""");
  }

  @Test
  void an_item_without_its_own_code_keeps_the_catalogue_s() {
    assertThat(
            document(DIALECT, with(ACCEPTANCE, "task_code", null)).at("/data/item/code").asString())
        .isEqualTo("370117002011");
  }

  @Test
  void a_step_becomes_a_document() {
    data(
        document(DIALECT, PROCESS),
        """
        "stage":"examination","sequence":45921,"name":"科室审议","handler":"王五",
        "startedAt":"2026-03-06T08:00:00+08:00","endedAt":"2026-03-06T09:00:00+08:00","result":"agreed",
        "opinion":"同意\"""");
  }

  @Test
  void a_special_procedure_that_ended_is_two_documents_of_one_number() {
    assertThat(documents(DIALECT, PROCEDURE))
        .extracting(it -> it.path("type").asString())
        .containsExactly("case.special-procedure-started.v1", "case.special-procedure-ended.v1");
    assertThat(documents(DIALECT, PROCEDURE))
        .extracting(it -> it.at("/data/sequence").asInt())
        .containsExactly(46_041, 46_041);
    assertThat(documents(DIALECT, with(PROCEDURE, "end_time", null)))
        .singleElement()
        .satisfies(
            it ->
                data(
                    it,
                    """
                    "sequence":46041,"kind":"inspection","name":"检验","reason":"依法检验",
                    "startedAt":"2026-03-06T10:00:00+08:00\""""));
  }

  @Test
  void a_result_becomes_a_document() {
    data(
        document(DIALECT, RESULT),
        """
        "result":"certificate-issued","completedAt":"2026-03-10T10:00:00+08:00","handler":"赵六",
        "certificate":{"name":"食品经营许可证","number":"JY1","publisher":"深圳市市场监督管理局"},
        "extra":{"explanation":"准予","satisfaction":"5"}""");
  }

  @Test
  void a_licence_comes_with_the_text_its_issuer_signed() {
    Recognised.Detached licence = (Recognised.Detached) DIALECT.recognise(LICENCE);
    assertThat(json(new String(licence.document(), UTF_8)).path("data"))
        .isEqualTo(
            json(
                """
                {"identifier":"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                 "issuer":{"code":"11430000006122244L","name":"湖南省住房和城乡建设厅"},"region":"440300",
                 "name":"安全生产考核合格证书","typeName":"安管人员证书","number":"湘建安B(2023)0000403",
                 "issuedOn":"2026-03-10","validFrom":"2026-03-10","validTo":null,
                 "holders":[{"name":"张三","codeType":"111","code":"11010519491231002X"}]}"""));
    assertThat(new String(licence.signed(), UTF_8))
        .isEqualTo(
            "certificate_identifier=1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U"
                + "&certificate_name=安全生产考核合格证书&certificate_type=安管人员证书"
                + "&certificate_number=湘建安B(2023)0000403&certificate_holder=张三"
                + "&certificate_holder_type=111&certificate_holder_code=11010519491231002X"
                + "&issue_dept=湖南省住房和城乡建设厅&issue_dept_code=11430000006122244L"
                + "&issue_date=2026-03-10&valid_begin_date=2026-03-10&valid_end_date=长期&operate_type="
                + "&certificate_state=&operate_date=&operate_reason=&associated_identifier="
                + "&certificate_area_code=");
    assertThat(licence.signature()).containsExactly(0x30, 0x82, 0x01);
  }

  @Test
  void several_holders_in_one_row_are_several_holders() {
    RawRecord row = holders("张三，福州某某食品有限公司", "111,001", "11010519491231002X；91350100M000100Y43");
    assertThat(holders(row))
        .isEqualTo(
            json(
                """
                [{"name":"张三","codeType":"111","code":"11010519491231002X"},
                 {"name":"福州某某食品有限公司","codeType":"001","code":"91350100M000100Y43"}]"""));
  }

  @Test
  void one_code_type_may_serve_all_holders() {
    assertThat(holders(holders("张三;李四;王五", "414", "A1;A2;A3")).toString())
        .isEqualTo(
            "[{\"name\":\"张三\",\"codeType\":\"414\",\"code\":\"A1\"},"
                + "{\"name\":\"李四\",\"codeType\":\"414\",\"code\":\"A2\"},"
                + "{\"name\":\"王五\",\"codeType\":\"414\",\"code\":\"A3\"}]");
  }

  @Test
  void one_holder_with_a_comma_in_the_name_stays_one() {
    assertThat(holders(holders("Example Foods Co., Ltd", "001", "91350100M000100Y43")).toString())
        .contains("Example Foods Co., Ltd")
        .doesNotContain("},{");
  }

  @Test
  void holders_that_cannot_be_matched_name_column_numbers_and_remedy_and_nobody() {
    RawRecord row = holders("张三和李四", "111", "11010519491231002X,44030019900307001X");
    refused(DIALECT, row, Reason.SCHEMA_VIOLATED, "certificate_holder", "certificate_holder_code");
    assertThat(Tables.faults(DIALECT, row).toString())
        .contains("1 个值", "有 2 个", "“；”", "semicolons")
        .doesNotContain("张三", "11010519491231002X");
    refused(
        DIALECT,
        holders("张三;李四;王五", "111;414", "11010519491231002X;A2;A3"),
        Reason.SCHEMA_VIOLATED,
        "certificate_holder_type",
        "certificate_holder_code");
  }

  private static RawRecord holders(String names, String types, String codes) {
    return with(
        with(with(LICENCE, "certificate_holder", names), "certificate_holder_type", types),
        "certificate_holder_code",
        codes);
  }

  private static JsonNode holders(RawRecord row) {
    Recognised.Detached licence = (Recognised.Detached) DIALECT.recognise(row);
    return json(new String(licence.document(), UTF_8)).at("/data/holders");
  }

  @ParameterizedTest
  @CsvSource({
    "02, '', licence.changed.v1",
    "03, 02, licence.suspended.v1",
    "06, 01, licence.resumed.v1",
    "05, 07, licence.revoked.v1",
    "05, 04, licence.cancelled.v1"
  })
  void what_was_done_to_a_licence_decides_its_event(String operation, String state, String type) {
    RawRecord row =
        with(
            with(with(LICENCE, "operate_type", operation), "certificate_state", state),
            "operate_date",
            "2026-04-01");
    Recognised.Detached licence =
        (Recognised.Detached) DIALECT.recognise(with(row, "operate_reason", "依法决定"));
    JsonNode document = json(new String(licence.document(), UTF_8));
    assertThat(document.path("type").asString()).isEqualTo(type);
    assertThat(document.path("subject").asString()).startsWith("1.2.156.3005.2.");
  }

  @Test
  void each_flaw_names_its_column_and_what_to_repair() {
    refused(
        DIALECT,
        with(ACCEPTANCE, "cd_operation", "D"),
        Reason.EVENT_TYPE_UNKNOWN,
        "",
        "UP_PRO_ACCEPT");
    refused(
        DIALECT, with(ACCEPTANCE, "cd_time", null), Reason.SCHEMA_VIOLATED, "cd_time", "version");
    refused(
        DIALECT, with(ACCEPTANCE, "row_guid", null), Reason.SCHEMA_VIOLATED, "row_guid", "keys");
    refused(
        DIALECT,
        with(ACCEPTANCE, "project_type", "77"),
        Reason.CODE_MALFORMED,
        "project_type",
        "mapping.codes.kind");
    refused(
        DIALECT,
        with(PROCESS, "event_name", "77"),
        Reason.CODE_MALFORMED,
        "process_name",
        "mapping.codes.stageByName");
    refused(
        DIALECT,
        with(PROCEDURE, "special_reason", null),
        Reason.SCHEMA_VIOLATED,
        "special_reason",
        "reason");
    refused(
        DIALECT,
        with(RESULT, "result_cetr_no", null),
        Reason.SCHEMA_VIOLATED,
        "result_cetr_no",
        "certificate.number");
    refused(
        DIALECT,
        with(LICENCE, "sign_data", null),
        Reason.SIGNATURE_MISSING,
        "sign_data",
        "signature.column");
    refused(
        DIALECT,
        with(LICENCE, "sign_data", "MIIB="),
        Reason.ENVELOPE_UNREADABLE,
        "sign_data",
        "UP_LIC_DATA");
    refused(
        DIALECT,
        with(LICENCE, "certificate_holder_type", "B1"),
        Reason.CODE_MALFORMED,
        "certificate_holder_type",
        "mapping.codes.holder");
  }

  private static void data(JsonNode document, String expected) {
    assertThat(document.path("data"))
        .isEqualTo(
            json(
                """
                {"caseNumber":"P-2026-1",
                 "department":{"code":"11440300MB2C934561","name":"深圳市市场监督管理局"},"region":"440300",
                 %s}"""
                    .formatted(expected)));
  }
}
