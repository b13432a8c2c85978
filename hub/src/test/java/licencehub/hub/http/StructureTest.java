package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {
  @Test
  void values_become_shapes_and_keys_stay() {
    assertThat(of("{\"XM\":\"张三\",\"SQRQ\":\"2026/3/2 9:30\",\"SL\":12,\"YX\":true,\"BZ\":null}"))
        .isEqualTo(
            "{\"XM\":\"文文\",\"SQRQ\":\"9999/9/9 9:99\",\"SL\":\"99\",\"YX\":true,\"BZ\":null}");
  }

  @Test
  void words_of_the_format_are_shown_unless_they_look_like_a_number_of_somebody() {
    assertThat(of("{\"type\":\"case.step.v1\"}")).contains("case.step.v1");
    assertThat(of("{\"type\":\"11010519491231002X\"}")).doesNotContain("1101");
    assertThat(of("{\"kind\":\"张三\"}")).contains("文文");
  }

  @Test
  void a_key_that_is_content_is_shaped_too() {
    assertThat(of("{\"张三\":1,\"11010519491231002X\":2}")).doesNotContain("张三", "1101");
  }

  @Test
  void the_payload_of_an_envelope_is_opened() {
    String payload = Base64.getEncoder().encodeToString("{\"name\":\"李四\"}".getBytes(UTF_8));
    assertThat(of("{\"payload\":\"" + payload + "\",\"signatures\":[]}"))
        .contains("{\"name\":\"文文\"}");
    String jws = Base64.getUrlEncoder().encodeToString("{\"name\":\"李四\"}".getBytes(UTF_8));
    assertThat(of("eyJhbGciOiJFUzI1NiJ9." + jws + ".c2ln")).contains("{\"name\":\"文文\"}");
  }

  @Test
  void markup_keeps_its_names_and_loses_its_content() {
    assertThat(of("<ROW id=\"110105\"><XM>张三</XM><T a='b'/>2 < 3</ROW>"))
        .contains("<ROW id=", "<XM>文文</XM>", "9 < 9")
        .doesNotContain("110105", "张三");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "张三,11010519491231002X,1990", "\u0000\u0001", "\"张三\"", "[[[["})
  void anything_else_is_shaped_as_text(String text) {
    assertThat(of(text)).doesNotContain("张三", "1101", "1990");
  }

  @Test
  void random_bytes_never_fail() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(Structure.of(bytes)).isNotNull();
    }
  }

  @Test
  void a_very_deep_document_is_shaped_as_text() {
    assertThat(of("[".repeat(5_000) + "1990" + "]".repeat(5_000))).doesNotContain("1990");
  }

  private static String of(String text) {
    return Json.MAPPER.writeValueAsString(Structure.of(text.getBytes(UTF_8))).replace("\\\"", "\"");
  }
}
