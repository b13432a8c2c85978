package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.OutcomeJson;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SubmissionTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";

  @TempDir static Path folder;
  private static RunningEdge hub;

  @BeforeAll
  static void start() {
    hub = RunningEdge.start(folder);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void one_envelope_gets_one_receipt() {
    byte[] envelope = hub.alpha.signed(Documents.licence(hub.alpha, 1, 1));
    JsonNode outcomes =
        hub.as(hub.alpha.caller())
            .send(
                "POST",
                SUBMISSIONS,
                envelope,
                "Content-Type",
                "application/vnd.dsse.envelope.v1+json",
                "Licencehub-Source",
                "alpha-front")
            .json(200);
    assertThat(outcomes.get(0).required("outcome").asString()).isEqualTo("accepted");
    assertThat(outcomes.get(0).required("id").asString()).isEqualTo("lic-1-1");
    assertThat(outcomes.get(0).at("/receipt/checkpoint/note").asString()).contains("— ");
  }

  @Test
  void a_repeat_gets_the_first_receipt_and_a_lower_version_is_superseded() {
    byte[] second = Documents.licence(hub.alpha, 2, 2);
    JsonNode first = hub.submit(hub.alpha, second);
    JsonNode again = hub.submit(hub.alpha, second, Documents.licence(hub.alpha, 2, 1));
    assertThat(again.at("/0/outcome").asString()).isEqualTo("duplicate");
    assertThat(again.at("/0/receipt/index")).isEqualTo(first.at("/0/receipt/index"));
    assertThat(again.at("/1/outcome").asString()).isEqualTo("superseded");
    assertThat(again.at("/1/standing").asLong()).isEqualTo(2);
  }

  @Test
  void a_batch_is_answered_in_order_with_its_flaws_in_their_places() {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] document = Documents.licence(hub.beta, 100 + i, 1);
      lines.add(i % 7 == 3 ? "{\"no\":\"envelope\"}".getBytes(UTF_8) : hub.beta.signed(document));
    }
    JsonNode outcomes = hub.as(hub.beta.caller()).ndjson(SUBMISSIONS, lines).json(200);
    assertThat(outcomes.size()).isEqualTo(60);
    for (int i = 0; i < 60; i++) {
      String word = outcomes.get(i).required("outcome").asString();
      assertThat(word).isEqualTo(i % 7 == 3 ? "quarantined" : "accepted");
      if (i % 7 != 3) {
        assertThat(outcomes.get(i).required("id").asString()).isEqualTo("lic-" + (100 + i) + "-1");
      }
    }
  }

  @Test
  void an_outcome_can_be_asked_for_again() {
    hub.submit(hub.alpha, Documents.licence(hub.alpha, 3, 1));
    EdgeClient own = hub.as(hub.alpha.caller());
    JsonNode found = own.get(SUBMISSIONS + "/alpha-front/lic-3-1").json(200);
    assertThat(found.required("outcome").asString()).isEqualTo("accepted");
    assertThat(own.get(SUBMISSIONS + "/alpha-front/nothing").problem()).isEqualTo("not-found");
  }

  @Test
  void a_senders_number_may_hold_slashes_as_they_are_or_encoded() {
    byte[] document =
        new String(Documents.licence(hub.alpha, 4, 1), UTF_8)
            .replace("lic-4-1", "2026/03/4")
            .getBytes(UTF_8);
    hub.submit(hub.alpha, document);
    EdgeClient own = hub.as(hub.alpha.caller());
    for (String id : List.of("2026/03/4", "2026%2F03%2F4")) {
      assertThat(own.get(SUBMISSIONS + "/alpha-front/" + id).status()).as(id).isEqualTo(200);
    }
  }

  @Test
  void a_department_cannot_send_or_see_as_another() {
    EdgeClient beta = hub.as(hub.beta.caller());
    assertThat(
            beta.ndjson(
                    SUBMISSIONS,
                    List.of(hub.beta.signed(Documents.licence(hub.beta, 5, 1))),
                    "Licencehub-Source",
                    "alpha-front")
                .problem())
        .isEqualTo("source-not-yours");
    assertThat(beta.get(SUBMISSIONS + "/alpha-front/lic-1-1").problem())
        .isEqualTo("source-not-yours");
  }

  @Test
  void an_unknown_media_type_is_refused() {
    assertThat(
            hub.as(hub.alpha.caller())
                .post(SUBMISSIONS, "<x/>", "Content-Type", "application/xml")
                .problem())
        .isEqualTo("media-type-unknown");
  }

  @Test
  void an_empty_body_is_refused() {
    assertThat(hub.as(hub.alpha.caller()).ndjson(SUBMISSIONS, List.of(new byte[0])).problem())
        .isEqualTo("request-malformed");
  }

  @Test
  void streamed_outcomes_have_the_form_departments_know() {
    JsonNode receipt =
        hub.submit(hub.alpha, Documents.licence(hub.alpha, 6, 1)).get(0).required("receipt");
    Receipt real =
        switch (hub.library.submissions().find(hub.alpha.source(), "lic-6-1").orElseThrow()) {
          case Outcome.Accepted it -> it.receipt();
          default -> throw new AssertionError("it was accepted");
        };
    assertThat(receipt.required("index").asLong()).isEqualTo(real.index());
    Fault fault = Fault.at("/data", Reason.CODE_MALFORMED, Text.of("一", "one"));
    SourceId source = new SourceId("alpha-front");
    for (Outcome it :
        List.of(
            new Outcome.Accepted(real),
            new Outcome.Duplicate(real),
            new Outcome.Superseded(real, 7),
            new Outcome.Quarantined(12, List.of(fault)))) {
      byte[] written =
          Json.bytes(json -> OutcomeWriter.write(json, source, OutcomeWriter.id(it), it));
      assertThat(new String(written, UTF_8))
          .isEqualTo(OutcomeJson.of(source, OutcomeWriter.id(it), it).toString());
    }
  }
}
