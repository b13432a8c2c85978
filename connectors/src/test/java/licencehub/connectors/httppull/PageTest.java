package licencehub.connectors.httppull;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class PageTest {
  private static final JsonPointer LIST = JsonPointer.compile("/a~1b/1/list");
  private static final JsonPointer NEXT = JsonPointer.compile("/next");

  @Test
  void pointers_lead_through_objects_arrays_and_escaped_names() throws IOException {
    Page page =
        page("{\"x\":[{}],\"a/b\":[{\"list\":[9]},{\"list\":[{\"n\": 1 } , 2]}],\"next\":7}");
    assertThat(page.items())
        .extracting(it -> new String(it, UTF_8))
        .containsExactly("{\"n\": 1 }", "2");
    assertThat(page.next()).contains("7");
  }

  @Test
  void the_page_itself_may_be_the_array_and_have_a_byte_order_mark() throws IOException {
    byte[] body = "\ufeff[{\"姓\":1},{}]".getBytes(UTF_8);
    assertThat(Page.read(body, JsonPointer.empty(), null).items())
        .extracting(it -> new String(it, UTF_8))
        .containsExactly("{\"姓\":1}", "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "{}", "[]"})
  void a_next_that_says_nothing_ends_the_pages(String next) throws IOException {
    assertThat(page("{\"next\":" + next + ",\"a/b\":[0,{\"list\":[]}]}").next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{\"a/b\":[0,{\"list\":{}}]}",
        "<html/>",
        "{\"a/b\":[0,{\"list\":[{]}]}"
      })
  void a_body_without_the_array_is_refused(String body) {
    assertThatThrownBy(() -> page(body)).isInstanceOf(IOException.class);
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThatThrownBy(
            () -> Page.read("[".repeat(100_000).getBytes(UTF_8), JsonPointer.empty(), null))
        .isInstanceOf(IOException.class);
  }

  @Test
  void another_encoding_is_refused_rather_than_cut_wrongly() {
    byte[] body = "[{\"a\":1}]".getBytes(UTF_16LE);
    assertThatThrownBy(() -> Page.read(body, JsonPointer.empty(), null))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_cursor_goes_into_its_parameter_and_nowhere_else() throws IOException {
    assertThat(addresses("after").of("a&b=c"))
        .hasToString("https://front/api?x=1&limit=5&after=a%26b%3Dc");
    assertThat(addresses("after").of("")).hasToString("https://front/api?x=1&limit=5");
  }

  @Test
  void an_address_may_be_relative() throws IOException {
    assertThat(addresses(null).of("/api?page=2")).hasToString("https://front/api?page=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil/api", "http://front/api", "//evil/", "file:///etc/passwd", ":"})
  void an_address_on_another_server_is_refused(String next) {
    assertThatThrownBy(() -> addresses(null).of(next)).isInstanceOf(IOException.class);
  }

  @Test
  void a_place_survives_its_text_and_nonsense_starts_anew() {
    Place place = Place.after("c", List.of("x".getBytes(UTF_8)), 1);
    assertThat(Place.parse(Optional.of(place.text()))).isEqualTo(place);
    assertThat(Place.parse(Optional.of("{"))).isEqualTo(Place.START);
  }

  private static Page page(String body) throws IOException {
    return Page.read(body.getBytes(UTF_8), LIST, NEXT);
  }

  private static Addresses addresses(@Nullable String cursorParameter) {
    return new Addresses(
        new PullSettings(
            URI.create("https://front/api?x=1"),
            JsonPointer.empty(),
            null,
            cursorParameter,
            "limit",
            5,
            null,
            null,
            null,
            null,
            false,
            1000,
            Duration.ZERO));
  }
}
