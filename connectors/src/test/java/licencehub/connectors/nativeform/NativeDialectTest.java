package licencehub.connectors.nativeform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import licencehub.connectors.Configs;
import licencehub.connectors.Dialect;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Fault;
import licencehub.model.MalformedValue;
import licencehub.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDialectTest {
  private static final String DSSE =
      """
      {"payload":"e30=","payloadType":"application/cloudevents+json","signatures":[{"sig":"AA=="}]}""";

  private final Dialect strict = Configs.dialect("native", "{}");
  private final Dialect lenient = Configs.dialect("native", "{\"unsigned\": true}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        DSSE,
        "eyJhbGciOiJFUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl",
        "MIIBAgYJKoZIhvcNAQcC\nAAAA",
        "-----BEGIN CMS-----\nMIIBAgYJKoZIhvcNAQcC\n-----END CMS-----\n",
        "-----BEGIN PKCS7-----\r\nMIIBAgYJKoZIhvcNAQcC\r\n-----END PKCS7-----"
      })
  void every_form_of_envelope_is_known_and_kept_as_it_came(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(strict.recognise(record(bytes)))
        .isInstanceOfSatisfying(
            Recognised.Enveloped.class, it -> assertThat(it.envelope()).isEqualTo(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAMCAQE=", "MIGBBIGA", "MIAEAAA="})
  void der_is_known_by_its_outer_length(String base64) {
    byte[] der = Base64.getDecoder().decode(base64);
    byte[] whole = new byte[der[1] == (byte) 0x81 ? 3 + (der[2] & 0xff) : der.length];
    System.arraycopy(der, 0, whole, 0, der.length);
    assertThat(strict.recognise(record(whole))).isInstanceOf(Recognised.Enveloped.class);
  }

  @Test
  void der_that_is_cut_short_is_unreadable() {
    assertThat(reason(new byte[] {0x30, 0x05, 0x02})).isEqualTo(Reason.BYTES_UNREADABLE);
  }

  @Test
  void a_bare_event_needs_the_setting_that_allows_it() {
    byte[] event = Events.next().getBytes(UTF_8);
    assertThat(lenient.recognise(record(event)))
        .isInstanceOfSatisfying(
            Recognised.Unsigned.class, it -> assertThat(it.document()).isEqualTo(event));
    assertThat(reason(event)).isEqualTo(Reason.SIGNATURE_MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "{}",
        "[]",
        "{\"specversion\":\"1.0\"}",
        "{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}",
        "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]} {}",
        "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[",
        "eyJhbGciOiJub25lIn0.eyJpZCI6IjEifQ.",
        "姓名"
      })
  void anything_else_is_unreadable(String text) {
    assertThat(reason(text.getBytes(UTF_8))).isEqualTo(Reason.BYTES_UNREADABLE);
  }

  @Test
  void json_nested_too_deeply_is_unreadable() {
    String deep = DSSE.replace("\"AA==\"", "[".repeat(80) + "]".repeat(80));
    assertThat(reason(deep.getBytes(UTF_8))).isEqualTo(Reason.BYTES_UNREADABLE);
  }

  @Test
  void a_record_of_one_mebibyte_passes_and_one_byte_more_does_not() {
    int room = Lines.LONGEST - DSSE.length();
    String most = DSSE.replace("e30=", "A".repeat(room + 4));
    assertThat(strict.recognise(record(most.getBytes(UTF_8))))
        .isInstanceOf(Recognised.Enveloped.class);
    assertThat(reason((most + " ").getBytes(UTF_8))).isEqualTo(Reason.BYTES_TOO_LARGE);
  }

  @Test
  void no_message_repeats_the_content() {
    assertThat(fault("{\"name\":\"张三\"}".getBytes(UTF_8)).detail().toString()).doesNotContain("张三");
  }

  @Test
  void lines_are_records_with_their_numbers_whatever_ends_them() {
    List<RawRecord> records = strict.split(lines("\ufeff{1}\r\n\r\n{2}\n  \n{3}"));
    assertThat(records).extracting(Outcomes::text).containsExactly("{1}", "{2}", "{3}");
    assertThat(records)
        .extracting(RawRecord::locator)
        .containsExactly("body#1", "body#3", "body#5");
  }

  @Test
  void a_name_that_ends_in_ndjson_makes_lines_too() {
    RawRecord file =
        new RawRecord("{1}\n{2}".getBytes(UTF_8), "application/octet-stream", "A.NDJSON");
    assertThat(strict.split(file)).hasSize(2);
  }

  @Test
  void a_piece_of_json_stays_whole() {
    RawRecord piece = new RawRecord("{\n}".getBytes(UTF_8), "application/json", "body");
    assertThat(strict.split(piece)).containsExactly(piece);
  }

  @Test
  void a_line_that_is_too_long_is_one_bad_record_and_the_others_are_good() {
    String text = DSSE + "\n" + "x".repeat(3 * Lines.LONGEST) + "\n" + DSSE + "\n";
    List<RawRecord> records = strict.split(lines(text));
    assertThat(records).hasSize(3);
    assertThat(records.get(1).bytes()).hasSize(Lines.LONGEST + 1);
    assertThat(reason(records.get(1).bytes())).isEqualTo(Reason.BYTES_TOO_LARGE);
    assertThat(strict.recognise(records.get(2))).isInstanceOf(Recognised.Enveloped.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"unsinged\": true}", "{\"unsigned\": \"yes\"}"})
  void a_mapping_that_makes_no_sense_is_refused(String mapping) {
    assertThatThrownBy(() -> Configs.dialect("native", mapping)).isInstanceOf(MalformedValue.class);
  }

  private static RawRecord lines(String text) {
    return new RawRecord(text.getBytes(UTF_8), "application/x-ndjson; charset=utf-8", "body");
  }

  private static RawRecord record(byte[] bytes) {
    return new RawRecord(bytes, "application/octet-stream", "test");
  }

  private Reason reason(byte[] bytes) {
    return fault(bytes).reason();
  }

  private Fault fault(byte[] bytes) {
    return ((Recognised.Unreadable) strict.recognise(record(bytes))).faults().getFirst();
  }
}
