package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.connectors.tables.Tables.document;
import static licencehub.connectors.tables.Tables.faults;
import static licencehub.connectors.tables.Tables.refused;
import static licencehub.connectors.tables.Tables.row;
import static licencehub.connectors.tables.Tables.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.connectors.TableDialect;
import licencehub.model.MalformedValue;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine promises whatever the dialect. */
class MappingTest {
  private static final RawRecord COLLECTED =
      row("EX_GDBS_LQDJ", "{SBLSH_SHORT: S-1, VERSION: '1', LQSJ: '2026-03-05 09:30:00'}");

  private static Dialect guangdong(String overrides) {
    return Configs.dialect("guangdong", overrides);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-3-5 9:30:00, 2026-03-05T09:30:00+08:00",
    "2026-03-05 09:30:00.123456789, 2026-03-05T09:30:00.123+08:00",
    "2026-03-05 09:30, 2026-03-05T09:30:00+08:00",
    "2026/03/05 09:30:00, 2026-03-05T09:30:00+08:00",
    "20260305093000, 2026-03-05T09:30:00+08:00",
    "2026年3月5日 9:30:00, 2026-03-05T09:30:00+08:00",
    "2026-03-05T09:30:00+09:00, 2026-03-05T09:30:00+09:00",
    "2026-03-05, 2026-03-05T00:00:00+08:00",
    "20260305, 2026-03-05T00:00:00+08:00"
  })
  void times_are_read_in_many_forms(String written, String read) {
    assertThat(document(guangdong("{}"), with(COLLECTED, "LQSJ", written)).path("time").asString())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"05.03.2026", "2026-13-01", "2026-02-30", "+12026-01-01", "昨天", "0000-01-01"})
  void what_is_no_time_is_refused(String written) {
    refused(
        guangdong("{}"),
        with(COLLECTED, "LQSJ", written),
        Reason.SCHEMA_VIOLATED,
        "LQSJ",
        "mapping.tables.EX_GDBS_LQDJ.events.collected.fields.collectedAt");
  }

  @Test
  void a_date_pattern_can_be_added() {
    Dialect mended = guangdong("{\"patterns+\": [\"dd.MM.uuuu\"]}");
    assertThat(document(mended, with(COLLECTED, "LQSJ", "05.03.2026")).path("time").asString())
        .isEqualTo("2026-03-05T00:00:00+08:00");
    assertThat(document(mended, COLLECTED).path("time").asString())
        .isEqualTo("2026-03-05T09:30:00+08:00");
  }

  @Test
  void a_code_can_be_added() {
    RawRecord row = with(COLLECTED, "LQFS", "快递");
    refused(guangdong("{}"), row, Reason.CODE_MALFORMED, "LQFS", "mapping.codes.collection");
    Dialect mended = guangdong("{\"codes\": {\"collection\": {\"快递\": \"post\"}}}");
    assertThat(document(mended, row).at("/data/method").asString()).isEqualTo("post");
    assertThat(document(mended, with(row, "LQFS", "0")).at("/data/method").asString())
        .isEqualTo("counter");
  }

  @Test
  void a_column_can_be_renamed_and_keeps_the_rest_of_its_rule() {
    RawRecord row = with(with(COLLECTED, "LQSJ", null), "LQ_TIME", "2026-03-05");
    Dialect mended =
        guangdong(
            """
            {"tables": {"EX_GDBS_LQDJ": {"events": {"collected": {"fields": {"collectedAt": "LQ_TIME"}}}}}}
            """);
    assertThat(document(mended, row).path("time").asString())
        .isEqualTo("2026-03-05T00:00:00+08:00");
  }

  @Test
  void a_column_can_have_other_names() {
    RawRecord row = with(with(COLLECTED, "LQSJ", null), "lq_time", "2026-03-05");
    Dialect mended = guangdong("{\"aliases\": {\"LQSJ\": [\"LQ_TIME\"]}}");
    assertThat(document(mended, row).path("time").asString())
        .isEqualTo("2026-03-05T00:00:00+08:00");
    assertThat(((TableDialect) mended).tables().getLast().columns())
        .contains(new FrontEndTable.Column("LQSJ", java.util.List.of("LQ_TIME"), true));
  }

  @Test
  void the_mark_can_be_changed() {
    Dialect mended = guangdong("{\"mark\": {\"column\": \"JSBS\", \"failed\": \"E\"}}");
    assertThat(((TableDialect) mended).tables().getFirst().mark())
        .isEqualTo(new FrontEndTable.ReadMark("JSBS", "0", "1", "E"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"patern\": []}|mapping.patern",
        "{\"patterns\": [\"jjjj\"]}|mapping.patterns",
        "{\"zone\": \"Asia/Nowhere\"}|Asia/Nowhere",
        "{\"mark\": {\"read\": 7, \"failed\": null}}|failed",
        "{\"tables\": {\"EX_GDBS_BJ\": {\"events\": {\"completed\": {\"type\": \"case.closed.v1\"}}}}}|case.closed.v1",
        "{\"tables\": {\"EX_GDBS_BJ\": {\"events\": {\"completed\": {\"time\": \"nothing\"}}}}}|nothing",
        "{\"tables\": {\"EX_GDBS_BJ\": {\"events\": {\"completed\": {\"fields\": {\"reason\": {\"codes\": \"none\"}}}}}}}|none",
        "{\"tables\": {\"EX_GDBS_BJ\": {\"events\": {\"completed\": {\"fields\": {\"reason\": {\"as\": \"hours\"}}}}}}}|hours",
        "{\"tables\": {\"EX_GDBS_BJ\": {\"keys\": []}}}|keys",
        "{\"tables\": {\"EX_GDBS_SB\": {\"details\": {\"EX_GDBS_SBCL\": {\"on\": []}}}}}|on",
        "{\"tables\": {\"EX_GDBS_SB\": {\"details\": {\"EX_GDBS_SBCL\": {\"of\": []}}}}}|of",
        "{\"tables\": {\"EX_GDBS_SB\": {\"details\": null}}}|EX_GDBS_SBCL",
        "{\"tables\": {\"EX_GDBS_SB\": {\"events\": {\"applied\": {\"lists\": {\"materials\": {\"rows\": null}}}}}}}|parts",
        "{\"tables\": {\"EX_GDBS_SB\": {\"events\": {\"applied\": {\"lists\": {\"materials\": {\"rows\": null, \"parts\": \"x\"}}}}}}}|x",
        "{\"notTaken\": {\"EX_GDBS_WSYSL\": {\"zh\": null}}}|notTaken.EX_GDBS_WSYSL",
        "{\"tables\": {\"EX; DROP\": {\"keys\": [\"A\"], \"events\": {}}}}|EX; DROP"
      })
  void an_override_that_makes_no_sense_is_refused_with_its_key(String overrides, String named) {
    assertThatThrownBy(() -> guangdong(overrides))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining(named);
  }

  @Test
  void the_number_of_an_event_is_its_key_in_plain_characters() {
    RawRecord row = with(with(COLLECTED, "SBLSH_SHORT", "粤 1/2:3"), "SBLSH", "S-1");
    assertThat(document(guangdong("{}"), row).path("id").asString())
        .isEqualTo("EX_GDBS_LQDJ/:E7:B2:A4:201:2F2:3A3/1")
        .matches("[A-Za-z0-9._:/-]{1,100}");
  }

  @Test
  void a_long_key_ends_in_a_digest_and_stays_different() {
    RawRecord row = with(COLLECTED, "SBLSH", "S-1");
    String one = id(with(row, "SBLSH_SHORT", "粤".repeat(40) + "1"));
    String other = id(with(row, "SBLSH_SHORT", "粤".repeat(40) + "2"));
    assertThat(one).isNotEqualTo(other).matches("[A-Za-z0-9._:/-]{1,100}");
    assertThat(id(with(row, "SBLSH_SHORT", "粤".repeat(40) + "1"))).isEqualTo(one);
  }

  @Test
  void the_same_row_always_gives_the_same_bytes() {
    Recognised one = guangdong("{}").recognise(COLLECTED);
    Recognised other = guangdong("{}").recognise(COLLECTED);
    assertThat(((Recognised.Unsigned) one).document())
        .isEqualTo(((Recognised.Unsigned) other).document());
  }

  @Test
  void personal_data_never_stands_in_a_fault() {
    RawRecord row =
        with(
            with(with(COLLECTED, "LQSJ", "11010519491231002X"), "LQFS", "13800138000"),
            "VERSION",
            "张三");
    assertThat(faults(guangdong("{}"), row))
        .hasSize(3)
        .allSatisfy(
            it ->
                assertThat(it.toString())
                    .doesNotContain("11010519491231002X", "13800138000", "张三")
                    .contains("不予显示", "not shown"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"table\":\"EX_GDBS_BJ\"}",
        "{\"table\":1,\"row\":{}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{\"A\":{}}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{\"A\":\"1\",\"A\":\"2\"}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{},\"details\":[]}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{},\"details\":{\"T\":{}}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{},\"details\":{\"T\":[1]}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{},\"details\":{\"T\":[{\"A\":[]}]}}",
        "{\"table\":\"EX_GDBS_BJ\",\"row\":{}} more"
      })
  void what_is_no_row_is_unreadable(String text) {
    refused(
        guangdong("{}"),
        new RawRecord(text.getBytes(UTF_8), "application/json", "x"),
        Reason.BYTES_UNREADABLE,
        "",
        "\"row\"");
  }

  @Test
  void a_row_beyond_all_bounds_is_too_large() {
    RawRecord row = with(COLLECTED, "BZ", "x".repeat(RowJson.MOST_BYTES));
    assertThat(faults(guangdong("{}"), row))
        .singleElement()
        .extracting(it -> it.reason())
        .isEqualTo(Reason.BYTES_TOO_LARGE);
  }

  private static String id(RawRecord row) {
    return document(guangdong("{}"), row).path("id").asString();
  }
}
