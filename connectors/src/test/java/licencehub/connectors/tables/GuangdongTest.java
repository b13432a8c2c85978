package licencehub.connectors.tables;

import static licencehub.connectors.tables.Tables.document;
import static licencehub.connectors.tables.Tables.example;
import static licencehub.connectors.tables.Tables.json;
import static licencehub.connectors.tables.Tables.refused;
import static licencehub.connectors.tables.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;

import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GuangdongTest {
  private static final Dialect DIALECT = Configs.dialect("guangdong", "{}");
  private static final RawRecord APPLICATION = example("guangdong", "application");

  private static final RawRecord PRE_ACCEPTANCE =
      with(example("guangdong", "pre-acceptance-refused"), "YSLZTDM", "1");

  private static final RawRecord ACCEPTANCE = example("guangdong", "acceptance");

  private static final RawRecord STEP = example("guangdong", "step");

  private static final RawRecord PROCEDURE = example("guangdong", "procedure");

  private static final RawRecord COMPLETION = example("guangdong", "completion");

  @Test
  void an_application_becomes_a_document() {
    JsonNode document = document(DIALECT, APPLICATION);
    assertThat(document.path("id").asString()).isEqualTo("EX_GDBS_SB/S-17/3");
    assertThat(document.path("type").asString()).isEqualTo("case.applied.v1");
    assertThat(document.path("subject").asString()).isEqualTo("10131300500698857411409161687");
    assertThat(document.path("recordversion").asInt()).isEqualTo(3);
    data(
        APPLICATION,
        """
        "item":{"code":"11370800MB285591843370117002011","name":"户外广告登记"},
        "projectName":"户外广告登记","kind":"promised","channel":"counter",
        "applicant":{"name":"张三","codeType":"111","code":"11010519491231002X"},
        "contact":{"name":"张三","phone":"13800138000"},"appliedAt":"2014-09-16T10:00:00+08:00",
        "extra":{"receiptNumber":"HZ-1"}""");
  }

  @Test
  void an_application_lists_its_materials() {
    RawRecord row = example("guangdong", "application-with-materials");
    assertThat(document(DIALECT, row).at("/data/materials"))
        .isEqualTo(
            json(
                """
                [{"name":"平面图","taken":"paper","count":2},
                 {"name":"营业执照","taken":"electronic","count":1},
                 {"name":"委托书","taken":"other","count":1}]"""));
  }

  @Test
  void a_refused_pre_acceptance_is_a_refusal_and_one_that_asks_for_more_a_notice() {
    RawRecord refusal = example("guangdong", "pre-acceptance-refused");
    assertThat(document(DIALECT, refusal).path("type").asString()).isEqualTo("case.accepted.v1");
    data(
        refusal,
        """
        "result":"refused","reason":"不属本局职权","acceptedAt":"2014-09-16T10:30:00+08:00",
        "handler":"王五","extra":{"preAcceptance":"1"}""");
    RawRecord notice = example("guangdong", "pre-acceptance-supplement");
    assertThat(document(DIALECT, notice).path("type").asString())
        .isEqualTo("case.supplement-requested.v1");
    data(
        notice,
        """
        "sequence":1,"reason":"缺平面图","requestedAt":"2014-09-16T10:30:00+08:00",
        "handler":"王五","extra":{"preAcceptance":"1"}""");
  }

  @Test
  void a_pre_acceptance_that_was_passed_is_known_and_not_taken() {
    refused(DIALECT, PRE_ACCEPTANCE, Reason.EVENT_TYPE_UNKNOWN, "/table", "EX_GDBS_SL");
  }

  @Test
  void an_acceptance_becomes_a_document() {
    data(
        ACCEPTANCE,
        """
        "result":"accepted","acceptedAt":"2014-09-16T11:00:00+08:00","handler":"王五",
        "acceptanceNumber":"SL-1","legalLimit":{"value":20,"unit":"working-day"},"queryPassword":"123456\"""");
  }

  @Test
  void a_refusal_has_its_reason() {
    RawRecord refusal = example("guangdong", "refusal");
    JsonNode data = document(DIALECT, refusal).path("data");
    assertThat(data.path("result").asString()).isEqualTo("refused");
    assertThat(data.path("reason").asString()).isEqualTo("不属本局职权");
  }

  @Test
  void an_acceptance_that_asks_for_more_is_a_supplement_notice() {
    RawRecord row = example("guangdong", "acceptance-supplement");
    assertThat(document(DIALECT, row).path("type").asString())
        .isEqualTo("case.supplement-requested.v1");
    data(
        row,
        """
        "sequence":1,"reason":"缺平面图","requestedAt":"2014-09-16T11:00:00+08:00","handler":"王五\"""");
  }

  @Test
  void a_step_becomes_a_document() {
    assertThat(document(DIALECT, STEP).path("id").asString()).isEqualTo("EX_GDBS_SPCL/S-17/3/3");
    data(
        STEP,
        """
        "stage":"approval","sequence":4,"name":"局长批准","handler":"赵六","position":"局长",
        "endedAt":"2014-09-18T16:00:00+08:00","result":"agreed","opinion":"同意\"""");
  }

  @Test
  void a_supplement_notice_and_its_answer_become_documents() {
    data(
        example("guangdong", "supplement-notice"),
        """
        "sequence":2,"reason":"缺照片","materials":["照片","身份证"],"requestedAt":"2014-09-16T12:00:00+08:00",
        "limit":{"value":5,"unit":"working-day"},"handler":"王五\"""");
    data(
        example("guangdong", "supplement"),
        """
        "sequence":2,"receivedAt":"2014-09-17T09:00:00+08:00","handler":"王五","materials":["照片"]""");
  }

  @Test
  void a_special_procedure_and_its_end_become_documents() {
    data(
        PROCEDURE,
        """
        "sequence":1,"kind":"expert-review","name":"专家评审","reason":"需专家意见",
        "startedAt":"2014-09-17T00:00:00+08:00","approver":"赵六\"""");
    JsonNode extension = document(DIALECT, example("guangdong", "extension"));
    assertThat(extension.at("/data/kind").asString()).isEqualTo("extension");
    assertThat(extension.at("/data/limit"))
        .isEqualTo(json("{\"value\":10,\"unit\":\"working-day\"}"));
    data(
        example("guangdong", "procedure-end"),
        """
        "sequence":1,"result":"通过","endedAt":"2014-09-18T00:00:00+08:00","fee":{"amount":80,"currency":"CNY"}""");
  }

  @Test
  void a_completion_becomes_a_document() {
    data(
        COMPLETION,
        """
        "result":"certificate-issued","completedAt":"2014-09-19T09:00:00+08:00",
        "certificate":{"name":"户外广告登记证","number":"GG-2014-1","validTo":null,"publisher":"深圳市市场监督管理局"},
        "fee":{"amount":0,"currency":"CNY"},"extra":{"result":"准予"}""");
  }

  @Test
  void a_collection_becomes_a_document() {
    data(
        example("guangdong", "collection"),
        """
        "collector":{"name":"张三","codeType":"111","code":"11010519491231002X"},"method":"post",
        "collectedAt":"2014-09-20T09:00:00+08:00\"""");
  }

  @Test
  void each_flaw_names_its_column_and_what_to_repair() {
    refused(
        DIALECT,
        with(APPLICATION, "SQRZJLX", "居住证"),
        Reason.CODE_MALFORMED,
        "SQRZJLX",
        "mapping.codes.holder");
    refused(
        DIALECT,
        with(APPLICATION, "SBSJ", null),
        Reason.SCHEMA_VIOLATED,
        "SBSJ",
        "fields.appliedAt");
    refused(
        DIALECT, with(ACCEPTANCE, "SLZTDM", "2"), Reason.SCHEMA_VIOLATED, "BSLYY", "fields.reason");
    refused(
        DIALECT,
        with(ACCEPTANCE, "GDBLSX", "20天"),
        Reason.SCHEMA_VIOLATED,
        "GDBLSX",
        "legalLimit.value");
    refused(
        DIALECT, with(STEP, "SPHJDM", "4"), Reason.CODE_MALFORMED, "SPHJDM", "mapping.codes.stage");
    refused(
        DIALECT,
        with(PROCEDURE, "TBCXQDLY", null),
        Reason.SCHEMA_VIOLATED,
        "TBCXQDLY",
        "fields.reason");
    refused(
        DIALECT,
        with(COMPLETION, "ZJYXQX", "三年"),
        Reason.SCHEMA_VIOLATED,
        "ZJYXQX",
        "certificate.validTo");
    refused(
        DIALECT,
        with(with(COMPLETION, "BJJGMS", null), "BJJGDM", "2"),
        Reason.SCHEMA_VIOLATED,
        "ZFHTHYY",
        "fields.reason");
  }

  /** The row's data beyond what all events of a case have. */
  private static void data(RawRecord row, String expected) {
    assertThat(document(DIALECT, row).path("data"))
        .isEqualTo(
            json(
                """
                {"caseNumber":"10131300500698857411409161687",
                 "department":{"code":"11440300MB2C934561","name":"深圳市市场监督管理局"},"region":"440300",
                 %s}"""
                    .formatted(expected)));
  }
}
