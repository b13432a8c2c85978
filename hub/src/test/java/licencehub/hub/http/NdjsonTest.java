package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import licencehub.verification.EnvelopeSigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One outcome for each envelope of a request, in order, however its lines are written. */
class NdjsonTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";
  private static final String DAMAGED = "{\"payload\":\"AAAA";

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static int serial;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** In {@code form}, a digit is an envelope, x a damaged line; the rest stands for itself. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lines end with LF, 1n2n3n, 1 2 3",
    "lines end with CRLF, 1rn2rn3rn, 1 2 3",
    "the last line has no end, 1n2n3, 1 2 3",
    "one line without an end, 1, 1",
    "both ends in one body, 1rn2n3rn, 1 2 3",
    "blank lines at every place, nn1nrn2n sn nt3nn, 1 2 3",
    "a byte order mark, b1n2, 1 2",
    "a damaged line in the middle, 1nxn2n, 1 x 2",
    "a damaged line first and last, xrn1rnx, x 1 x",
    "all of it at once, brn1rnn xn2rn trn3, 1 x 2 3",
  })
  void each_envelope_has_its_outcome_in_its_place(String name, String form, String expected) {
    List<String> numbers = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      body.append(
          switch (form.charAt(i)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 's', ' ' -> " ";
            case 'b' -> "\u00EF\u00BB\u00BF";
            case 'x' -> DAMAGED;
            default -> envelope(numbers);
          });
    }
    JsonNode outcomes = send(body.toString());
    String[] places = expected.split(" ", -1);
    assertThat(outcomes.size()).isEqualTo(places.length);
    for (int i = 0; i < places.length; i++) {
      if (places[i].equals("x")) {
        assertThat(outcomes.get(i).required("outcome").asString()).isEqualTo("quarantined");
        assertThat(outcomes.get(i).at("/faults/0/code").asString())
            .isEqualTo("document.unreadable");
      } else {
        assertThat(outcomes.get(i).required("outcome").asString()).isEqualTo("accepted");
        assertThat(outcomes.get(i).required("id").asString())
            .isEqualTo(numbers.get(Integer.parseInt(places[i]) - 1));
      }
    }
  }

  @Test
  void envelopes_of_every_form_may_stand_on_a_line() {
    EnvelopeSigner signer = new EnvelopeSigner(hub.alpha.key(), new SecureRandom());
    List<String> numbers = new ArrayList<>();
    String dsse = envelope(numbers);
    byte[] document = Documents.licence(hub.alpha, ++serial, 1);
    String jws = new String(signer.jws(document), ISO_8859_1);
    JsonNode outcomes = send(jws + "\r\n" + dsse + "\r\n");
    assertThat(outcomes.valueStream().map(it -> it.required("outcome").asString()))
        .containsExactly("accepted", "accepted");
    assertThat(outcomes.at("/0/id").asString()).isEqualTo("lic-" + serial + "-1");
    assertThat(outcomes.at("/1/id").asString()).isEqualTo(numbers.getFirst());
  }

  @Test
  void a_repeat_within_one_body_is_a_duplicate_in_its_place() {
    List<String> numbers = new ArrayList<>();
    String one = envelope(numbers);
    String other = envelope(numbers);
    assertThat(
            send(one + "\n" + other + "\r\n" + one)
                .valueStream()
                .map(it -> it.required("outcome").asString() + " " + it.required("id").asString()))
        .containsExactly(
            "accepted " + numbers.get(0),
            "accepted " + numbers.get(1),
            "duplicate " + numbers.get(0));
  }

  /** A new licence in a signed envelope; its number joins the list. */
  private static String envelope(List<String> numbers) {
    numbers.add("lic-" + ++serial + "-1");
    return new String(hub.alpha.signed(Documents.licence(hub.alpha, serial, 1)), ISO_8859_1);
  }

  private static JsonNode send(String body) {
    return hub.as(hub.alpha.caller())
        .send(
            "POST",
            SUBMISSIONS,
            body.getBytes(ISO_8859_1),
            "Content-Type",
            "application/x-ndjson; charset=utf-8")
        .json(200);
  }
}
