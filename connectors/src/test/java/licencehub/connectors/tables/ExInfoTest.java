package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.connectors.tables.Tables.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExInfoTest {
  private static final Dialect DIALECT = Configs.dialect("guangdong-exinfo", "{}");
  private static final String STEP =
      """
      <standardInfo process="EX_GDBS_SP">
        <Field FieldName="SBLSH">10131300500698857411409161687</Field>
        <Field FieldName="SJBBH">2</Field><Field FieldName="SPHJDM">1</Field>
        <Field FieldName="SPRXM">王&amp;五</Field><Field FieldName="SPYJ"><![CDATA[<同意>]]></Field>
        <Field FieldName="SPSJ">2014-09-17 10:00:00</Field><Field FieldName="SPHJZTDM">1</Field>
      </standardInfo>""";
  private static final String COLLECTION =
      """
      <standardInfo process="EX_GDBS_LQDJ"><Field FieldName="SBLSH">S-1</Field>
      <Field FieldName="LQSJ">2014-09-20</Field></standardInfo>""";

  private static final String APPLICATION =
      """
      <standardInfo process="EX_GDBS_SB"><Field FieldName="SBLSH_SHORT">S-1</Field>
        <Field FieldName="VERSION">1</Field><Field FieldName="SXBM">370117002011</Field>
        <Field FieldName="SXMC">户外广告登记</Field><Field FieldName="SQRMC">张三</Field>
        <Field FieldName="SQRZJLX">111</Field><Field FieldName="SQRZJHM">11010519491231002X</Field>
        <Field FieldName="SBSJ">2014-09-16 10:00:00</Field></standardInfo>""";

  private static RawRecord xml(String text) {
    return new RawRecord(text.getBytes(UTF_8), "application/xml", "upload");
  }

  private static JsonNode document(RawRecord record) {
    Recognised recognised = DIALECT.recognise(record);
    assertThat(recognised).isInstanceOf(Recognised.Unsigned.class);
    return Tables.json(new String(((Recognised.Unsigned) recognised).document(), UTF_8));
  }

  @Test
  void a_document_is_taken_apart_into_rows() {
    List<RawRecord> rows = DIALECT.split(xml("<ExInfo>" + STEP + COLLECTION + "</ExInfo>"));
    assertThat(rows).extracting(RawRecord::locator).containsExactly("upload#1", "upload#2");
    JsonNode step = document(rows.getFirst());
    assertThat(step.path("id").asString())
        .isEqualTo("EX_GDBS_SPCL/10131300500698857411409161687/1/2");
    assertThat(step.at("/data/handler").asString()).isEqualTo("王&五");
    assertThat(step.at("/data/opinion").asString()).isEqualTo("<同意>");
    assertThat(document(rows.getLast()).path("type").asString()).isEqualTo("case.collected.v1");
  }

  @Test
  void materials_go_into_the_application_of_their_number_and_version() {
    List<RawRecord> rows =
        DIALECT.split(
            xml(
                "<ExInfo>"
                    + material("S-1", "1", "营业执照")
                    + APPLICATION
                    + material("S-1", "1", "平面图")
                    + material("S-2", "1", "别人的")
                    + material("S-1", "2", "下一版的")
                    + COLLECTION
                    + "</ExInfo>"));
    assertThat(rows)
        .extracting(RawRecord::locator)
        .containsExactly("upload#2", "upload#4", "upload#5", "upload#6");
    assertThat(document(rows.getFirst()).at("/data/materials"))
        .isEqualTo(
            Tables.json(
                """
                [{"name":"营业执照","taken":"paper","count":1},{"name":"平面图","taken":"paper","count":1}]"""));
    for (RawRecord alone : rows.subList(1, 3)) {
      Tables.refused(DIALECT, alone, Reason.EVENT_TYPE_UNKNOWN, "/table", "EX_GDBS_SB");
    }
  }

  private static String material(String number, String version, String name) {
    return """
    <standardInfo process="EX_GDBS_SBCL"><Field FieldName="SBLSH_SHORT">%s</Field>
    <Field FieldName="SJBBH">%s</Field><Field FieldName="CLMC">%s</Field>
    <Field FieldName="WJLX">0</Field></standardInfo>"""
        .formatted(number, version, name);
  }

  @Test
  void an_upload_of_a_case_is_its_events() throws IOException {
    byte[] upload =
        ExInfoTest.class.getResourceAsStream("examples/guangdong-exinfo.xml").readAllBytes();
    List<RawRecord> rows = DIALECT.split(new RawRecord(upload, "application/xml", "upload"));
    assertThat(rows)
        .extracting(it -> document(it).path("type").asString())
        .containsExactly("case.applied.v1", "case.step.v1", "case.collected.v1");
    assertThat(document(rows.getFirst()).at("/data/materials/0/name").asString()).isEqualTo("平面图");
  }

  @Test
  void a_single_row_is_recognised_without_splitting() {
    assertThat(document(xml("<ExInfo>" + STEP + "</ExInfo>")).path("type").asString())
        .isEqualTo("case.step.v1");
    assertThat(faults(DIALECT, xml("<ExInfo>" + STEP + STEP + "</ExInfo>")))
        .singleElement()
        .satisfies(it -> assertThat(it.detail().en()).contains("2 standardInfo"));
  }

  @Test
  void the_document_s_own_encoding_counts() {
    String text = "<?xml version=\"1.0\" encoding=\"GBK\"?><ExInfo>" + STEP + "</ExInfo>";
    RawRecord gbk = new RawRecord(text.getBytes(Charset.forName("GBK")), "application/xml", "gbk");
    assertThat(document(gbk).at("/data/handler").asString()).isEqualTo("王&五");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<ExInfo>",
        "<ExInfo/>",
        "<Other/>",
        "<ExInfo><standardInfo/></ExInfo>",
        "<ExInfo><standardInfo process='EX_GDBS_BJ'><Field>1</Field></standardInfo></ExInfo>",
        "<ExInfo><standardInfo process='EX_GDBS_BJ'><Field FieldName='A'><B/></Field></standardInfo></ExInfo>",
        "<ExInfo><standardInfo process='EX_GDBS_BJ'><Field FieldName='A'>1</Field><Field FieldName='A'>2</Field>"
            + "</standardInfo></ExInfo>",
        "<ExInfo><standardInfo process='X'><Field FieldName='A'>&unknown;</Field></standardInfo></ExInfo>"
      })
  void what_is_no_exinfo_is_unreadable(String text) {
    unreadable(text, Reason.BYTES_UNREADABLE);
  }

  @Test
  void a_file_of_this_machine_is_never_read(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "S-1");
    String text =
        "<!DOCTYPE ExInfo [<!ENTITY x SYSTEM \"%s\">]><ExInfo>%s</ExInfo>"
            .formatted(secret.toUri(), COLLECTION.replace("S-1", "&x;"));
    unreadable(text, Reason.BYTES_UNREADABLE);
    unreadable(
        "<!DOCTYPE ExInfo SYSTEM \"%s\"><ExInfo>%s</ExInfo>".formatted(secret.toUri(), COLLECTION),
        Reason.BYTES_UNREADABLE);
  }

  @Test
  void entities_that_multiply_are_refused() {
    String laughs =
        IntStream.range(1, 12)
            .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
    unreadable(
        "<!DOCTYPE ExInfo [<!ENTITY l0 \"ha\">"
            + laughs
            + "]><ExInfo>"
            + COLLECTION.replace("S-1", "&l11;")
            + "</ExInfo>",
        Reason.BYTES_UNREADABLE);
  }

  @Test
  void depth_fields_rows_and_text_have_limits() {
    unreadable("<ExInfo>".repeat(100_000), Reason.BYTES_UNREADABLE);
    String fields =
        IntStream.range(0, 501)
            .mapToObj(i -> "<Field FieldName='F%d'/>".formatted(i))
            .collect(Collectors.joining());
    unreadable(
        "<ExInfo><standardInfo process='X'>" + fields + "</standardInfo></ExInfo>",
        Reason.BYTES_TOO_LARGE);
    unreadable(
        "<ExInfo>" + "<standardInfo process='X'/>".repeat(10_001) + "</ExInfo>",
        Reason.BYTES_TOO_LARGE);
    unreadable(
        "<ExInfo>" + COLLECTION.replace("S-1", "x".repeat((1 << 20) + 1)) + "</ExInfo>",
        Reason.BYTES_TOO_LARGE);
    unreadable(" ".repeat((16 << 20) + 1), Reason.BYTES_TOO_LARGE);
  }

  private static void unreadable(String text, Reason reason) {
    assertThat(DIALECT.split(xml(text))).hasSize(1);
    assertThat(faults(DIALECT, xml(text)))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
  }
}
