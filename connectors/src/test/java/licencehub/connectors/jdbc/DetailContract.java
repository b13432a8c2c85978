package licencehub.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Discovered;
import licencehub.connectors.Outcomes;
import licencehub.connectors.Probe;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.MalformedValue;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;

/** What the connector promises of rows that belong to other rows, and of tables it leaves. */
abstract class DetailContract extends FrontEndContract {
  @Test
  void materials_travel_with_their_application_and_are_marked_with_it() {
    application("P-1", 1);
    material("U-1", "P-1", 2, "平面图");
    material("U-2", "P-1", 1, "营业执照");
    material("U-3", "P-2", 1, "别人的");
    try (BatchSource source = open()) {
      Batch batch = next(source, 10);
      assertThat(texts(batch.records()))
          .singleElement()
          .asString()
          .containsIgnoringCase("\"details\":{\"PRE_FILE\":[{\"UNID\":\"U-2\"")
          .containsSubsequence("营业执照", "平面图")
          .doesNotContain("别人的", "secret.pdf");
      assertThat(fileMarks()).containsExactly("0", "0", "0");
      source.settle(batch, Outcomes.accepted(batch));
      assertThat(fileMarks()).containsExactly("1", "1", "0");
    }
  }

  @Test
  void materials_of_an_application_set_aside_are_set_aside_with_it() {
    application("P-1", 1);
    material("U-1", "P-1", 1, "平面图");
    try (BatchSource source = open()) {
      Batch batch = next(source, 10);
      source.settle(batch, List.of(Outcomes.quarantined(Reason.CODE_MALFORMED)));
      assertThat(fileMarks()).containsExactly("9");
    }
  }

  @Test
  void a_new_version_of_an_application_has_its_materials_again_and_those_that_came_since() {
    application("P-1", 1);
    material("U-1", "P-1", 1, "平面图");
    try (BatchSource source = open()) {
      take(source, 1);
      application("P-1", 2);
      material("U-2", "P-1", 2, "营业执照");
      assertThat(take(source, 1)).singleElement().asString().contains("平面图", "营业执照");
      assertThat(fileMarks()).containsExactly("1", "1");
    }
  }

  @Test
  void more_materials_than_a_document_may_list_are_not_cut_until_they_fit() {
    application("P-1", 1);
    department(
        "INSERT INTO PRE_FILE (UNID, PROJID, ATTRNAME, TAKETYPE, ISTAKE) VALUES "
            + IntStream.range(0, 205)
                .mapToObj(i -> "('U-%d', 'P-1', '材料', '纸质收取', '1')".formatted(i))
                .collect(Collectors.joining(", ")));
    try (BatchSource source = open()) {
      String record = take(source, 1).getFirst();
      assertThat(record.split("材料", -1).length - 1).isEqualTo(201);
    }
  }

  @Test
  void an_application_is_read_without_materials_where_there_is_no_table_of_them() {
    department("DROP TABLE PRE_FILE");
    application("P-1", 1);
    connector().check(config(), new StepLog());
    try (BatchSource source = open()) {
      assertThat(take(source, 1)).singleElement().asString().doesNotContain("details");
    }
  }

  @Test
  void a_table_of_materials_without_a_column_is_named() {
    department("ALTER TABLE PRE_FILE DROP COLUMN TAKETYPE");
    assertThatThrownBy(() -> connector().check(config(), new StepLog()))
        .isInstanceOf(Probe.StepFailed.class)
        .cause()
        .hasMessageContaining("PRE_FILE.TAKETYPE");
  }

  @Test
  void materials_can_be_left_out_and_insisted_on_but_not_read_alone() {
    application("P-1", 1);
    material("U-1", "P-1", 1, "平面图");
    try (BatchSource source = connector().open(tables("\"PRE_APASINFO\""), positions)) {
      assertThat(texts(next(source, 10).records()))
          .singleElement()
          .asString()
          .doesNotContain("details");
    }
    department("DROP TABLE PRE_FILE");
    SourceConfig both = tables("\"PRE_APASINFO\", \"pre_file\"");
    assertThatThrownBy(() -> connector().check(both, new StepLog()))
        .isInstanceOf(Probe.StepFailed.class)
        .cause()
        .hasMessageContaining("PRE_FILE");
    assertThatThrownBy(() -> connector().open(tables("\"PRE_FILE\""), positions))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("PRE_APASINFO");
  }

  @Test
  void discovering_says_what_is_read_with_what_and_what_is_known_and_left() {
    department("CREATE TABLE EA_JC_FEEINFO (PROJID VARCHAR(50))");
    department("CREATE TABLE SOMETHING_ELSE (A VARCHAR(50))");
    material("U-1", "P-1", 1, "平面图");
    List<Discovered> found = connector().discover(config());
    assertThat(note(found, "PRE_FILE")).contains("随 PRE_APASINFO 一起读取").endsWith("1");
    assertThat(note(found, "EA_JC_FEEINFO"))
        .contains("认识，不采集", "known, not taken", "EA_JC_STEP_DONE")
        .endsWith("-1");
    assertThat(note(found, "EA_JC_STEP_PROC")).contains("部分不采集", "some rows not taken");
    assertThat(note(found, "SOMETHING_ELSE")).isEqualTo("null -1");
  }

  private static String note(List<Discovered> found, String table) {
    Discovered it =
        found.stream().filter(one -> one.name().equalsIgnoreCase(table)).findFirst().orElseThrow();
    return it.note() + " " + it.waiting();
  }

  private SourceConfig tables(String names) {
    return config(user(), "\"tables\": [" + names + "]", "{}");
  }

  private void application(String caseNumber, int version) {
    department(
        ("INSERT INTO PRE_APASINFO (ORGBUSNO, PROJID, DATAVER, ITEMNO, ITEMNAME, INFOTYPE,"
                + " APPLYNAME, APPLY_CARDTYPE, APPLY_CARDNUMBER) VALUES ('B', '%s', %d, '1', '许可',"
                + " '2', '张三', '111', '1')")
            .formatted(caseNumber, version));
  }

  private void material(String id, String caseNumber, int place, String name) {
    department(
        ("INSERT INTO PRE_FILE (UNID, PROJID, ATTRNAME, SORTID, TAKETYPE, ISTAKE, ENTITYPATH)"
                + " VALUES ('%s', '%s', '%s', %d, '纸质收取', '1', 'secret.pdf')")
            .formatted(id, caseNumber, name, place));
  }

  private List<String> fileMarks() {
    return column("SELECT SIGNSTATE FROM PRE_FILE ORDER BY UNID");
  }
}
