package licencehub.connectors.tables;

import static licencehub.connectors.tables.Tables.document;
import static licencehub.connectors.tables.Tables.documents;
import static licencehub.connectors.tables.Tables.example;
import static licencehub.connectors.tables.Tables.json;
import static licencehub.connectors.tables.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShandongTest {
  private static final Dialect DIALECT = Configs.dialect("shandong", "{}");

  private static final String COMMON =
      """
      "source":"/sources/sz-market-front","subject":"370100202603050001","datacontenttype":"application/json",\
      "specversion":"1.0",""";

  private static final String CASE =
      """
      "caseNumber":"370100202603050001",
      "department":{"code":"11440300MB2C934561","name":"深圳市市场监督管理局"},"region":"440300",""";

  static final RawRecord APPLICATION = example("shandong", "application");

  static final RawRecord STEP = example("shandong", "step");

  static final RawRecord HEARING = example("shandong", "hearing");

  static final RawRecord DONE = example("shandong", "completion");

  @Test
  void an_application_becomes_a_document() {
    assertThat(document(DIALECT, APPLICATION))
        .isEqualTo(
            json(
                "{"
                    + COMMON
                    + """
                    "id":"PRE_APASINFO/B-0001/370100202603050001/1","type":"case.applied.v1",
                    "time":"2026-03-05T09:30:00+08:00","recordversion":1,"data":{"""
                    + CASE
                    + """
                    "item":{"code":"11370800MB285591843370117002011","name":"食品经营许可（新办）","version":"3"},
                    "projectName":"济南某某餐饮有限公司食品经营许可","kind":"promised","channel":"online",
                    "applicant":{"name":"济南某某餐饮有限公司","codeType":"001","code":"91350100M000100Y43"},
                    "contact":{"name":"李四","phone":"0531-12345678"},"queryPassword":"638201",
                    "appliedAt":"2026-03-05T09:30:00+08:00","extra":{"acceptList":"1:营业执照,2:平面图"}}}
                    """));
  }

  @Test
  void an_application_lists_the_materials_that_were_taken_in() {
    RawRecord row = example("shandong", "application-with-materials");
    assertThat(document(DIALECT, row).at("/data/materials"))
        .isEqualTo(
            json(
                """
                [{"name":"营业执照","taken":"licence-library","count":1},
                 {"name":"平面图","taken":"paper","count":2},
                 {"name":"租赁合同","taken":"electronic","count":1}]"""));
  }

  @Test
  void an_acceptance_becomes_a_document() {
    RawRecord row = example("shandong", "acceptance");
    assertThat(document(DIALECT, row))
        .isEqualTo(
            json(
                "{"
                    + COMMON
                    + """
                    "id":"EA_JC_STEP_BASICINFO/B-0001/370100202603050001/2","type":"case.accepted.v1",
                    "time":"2026-03-05T10:00:00.25+08:00","recordversion":2,"data":{"""
                    + CASE
                    + """
                    "result":"accepted","acceptedAt":"2026-03-05T10:00:00.25+08:00","handler":"王五",
                    "promisedLimit":{"value":5,"unit":"working-day"},"legalLimit":{"value":20,"unit":"working-day"},
                    "item":{"code":"11370800MB285591843370117002011","name":"食品经营许可（新办）"},
                    "applicant":{"name":"张三","codeType":"111","code":"11010519491231002X"},
                    "projectName":"某某餐饮食品经营许可","kind":"immediate","queryPassword":"638201",
                    "extra":{"channel":"counter","acceptingDepartment":"市局窗口"}}}
                    """));
    assertThat(document(DIALECT, with(row, "APPLY_CARDNUMBER", null)).at("/data").has("applicant"))
        .isFalse();
  }

  @Test
  void a_step_becomes_a_document() {
    assertThat(document(DIALECT, STEP))
        .isEqualTo(
            json(
                "{"
                    + COMMON
                    + """
                    "id":"EA_JC_STEP_PROC/B-0001/370100202603050001/2/02/1","type":"case.step.v1",
                    "time":"2026-03-06T17:05:09+08:00","recordversion":1,"data":{"""
                    + CASE
                    + """
                    "stage":"examination","sequence":2,"name":"审核","handler":"王五",
                    "startedAt":"2026-03-06T08:00:00+08:00","endedAt":"2026-03-06T17:05:09+08:00",
                    "result":"agreed","opinion":"材料齐全","extra":{"unit":"许可科"}}}
                    """));
  }

  @Test
  void a_node_without_a_customary_name_takes_its_stage_from_its_place() {
    RawRecord row = with(with(STEP, "NODENAME", "局长会"), "NODETYPE", "3");
    assertThat(document(DIALECT, row).at("/data/stage").asString()).isEqualTo("approval");
  }

  @Test
  void a_supplement_that_came_is_two_documents() {
    RawRecord row = example("shandong", "supplement");
    List<JsonNode> documents = documents(DIALECT, row);
    assertThat(documents)
        .extracting(it -> it.path("type").asString() + " " + it.path("id").asString())
        .containsExactly(
            "case.supplement-requested.v1 EA_JC_STEP_SPECIALNODE/B-0001/370100202603050001/1/2/requested",
            "case.supplement-received.v1 EA_JC_STEP_SPECIALNODE/B-0001/370100202603050001/1/2/received");
    assertThat(documents.getFirst().path("data"))
        .isEqualTo(
            json(
                "{"
                    + CASE
                    + """
                    "sequence":1,"reason":"缺平面图","materials":["平面图","租赁合同"],
                    "requestedAt":"2026-03-05T11:30:00+08:00","handler":"王五"}"""));
    assertThat(documents.getLast().at("/data/receivedAt").asString())
        .isEqualTo("2026-03-06T07:00:00+08:00");
  }

  @Test
  void an_open_special_procedure_only_starts_and_a_closed_one_ends_too() {
    RawRecord open = with(HEARING, "NODEENDTIME", "2026-03-07 09:00:00");
    assertThat(document(DIALECT, open).path("data"))
        .isEqualTo(
            json(
                "{"
                    + CASE
                    + """
                    "sequence":1,"kind":"hearing","name":"听证","reason":"行政许可法第四十六条",
                    "startedAt":"2026-03-07T09:00:00+08:00","handler":"王五"}"""));
    assertThat(documents(DIALECT, HEARING))
        .extracting(it -> it.path("type").asString())
        .containsExactly("case.special-procedure-started.v1", "case.special-procedure-ended.v1");
    assertThat(documents(DIALECT, HEARING).getLast().path("data"))
        .isEqualTo(
            json(
                "{"
                    + CASE
                    + "\"sequence\":1,\"result\":\"同意许可\",\"endedAt\":\"2026-03-20T16:00:00+08:00\"}"));
  }

  @Test
  void a_completion_with_certificate_becomes_a_document() {
    assertThat(document(DIALECT, DONE).path("data"))
        .isEqualTo(
            json(
                "{"
                    + CASE
                    + """
                    "result":"certificate-issued","completedAt":"2026-03-21T10:00:00+08:00","handler":"赵六",
                    "certificate":{"name":"食品经营许可证","number":"JY13701000001234",
                      "validTo":"2031-03-20","publisher":"济南市市场监督管理局"},
                    "fee":{"amount":120.50,"currency":"CNY"}}"""));
  }

  @Test
  void a_certificate_without_end_is_valid_to_null() {
    for (String endless : new String[] {"长期", "2099/12/31", "", "2099-12-31 00:00:00"}) {
      assertThat(
              document(DIALECT, with(DONE, "CERTIFICATELIMIT", endless))
                  .at("/data/certificate/validTo")
                  .isNull())
          .as(endless)
          .isTrue();
    }
  }
}
