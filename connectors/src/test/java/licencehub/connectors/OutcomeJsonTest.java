package licencehub.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutcomeJsonTest {
  private static final SourceId SOURCE = new SourceId("sz-market-front");
  private static final Digest DIGEST = Digest.parse("ab".repeat(32));
  private static final Receipt RECEIPT =
      new Receipt(
          new LedgerEntry(SOURCE, "n-1", EventType.CASE_STEP, 1, DIGEST, DIGEST, Instant.EPOCH),
          3,
          List.of(DIGEST),
          new Checkpoint(5, DIGEST, "hub\n5\n"));

  private static final String RECEIPT_JSON =
      """
      {"entry":"%s","index":3,"path":["q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="],
       "checkpoint":{"size":5,"root":"q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=","note":"hub\\n5\\n"}}"""
          .formatted(java.util.Base64.getEncoder().encodeToString(RECEIPT.entry().bytes()));

  @Test
  void an_accepted_submission_gets_its_receipt() {
    expect(
        new Outcome.Accepted(RECEIPT),
        "{\"outcome\":\"accepted\",\"source\":\"sz-market-front\",\"id\":\"n-1\",\"receipt\":"
            + RECEIPT_JSON
            + "}");
  }

  @Test
  void a_duplicate_gets_the_first_receipt() {
    expect(
        new Outcome.Duplicate(RECEIPT),
        "{\"outcome\":\"duplicate\",\"source\":\"sz-market-front\",\"id\":\"n-1\",\"receipt\":"
            + RECEIPT_JSON
            + "}");
  }

  @Test
  void a_superseded_one_learns_which_version_stands() {
    expect(
        new Outcome.Superseded(RECEIPT, 7),
        "{\"outcome\":\"superseded\",\"source\":\"sz-market-front\",\"id\":\"n-1\",\"receipt\":"
            + RECEIPT_JSON
            + ",\"standing\":7}");
  }

  @Test
  void a_quarantined_one_gets_every_fault_in_both_languages() {
    expect(
        new Outcome.Quarantined(
            12, List.of(Fault.at("/data/x", Reason.SIGNER_UNKNOWN, Text.of("详情", "detail")))),
        """
        {"outcome":"quarantined","source":"sz-market-front","quarantine":12,"faults":[
          {"code":"signer.unknown","path":"/data/x","final":false,
           "message":{"zh":"不认识签名证书","en":"The signer's certificate is not known here"},
           "detail":{"zh":"详情","en":"detail"}}]}""");
  }

  @Test
  void the_outcomes_of_a_piece_with_many_submissions_are_an_array_in_order() {
    JsonNode all =
        json(
            OutcomeJson.bytes(
                SOURCE, List.of(new Outcome.Accepted(RECEIPT), new Outcome.Duplicate(RECEIPT))));
    assertThat(all.valueStream().map(it -> it.path("outcome").asString()).toList())
        .containsExactly("accepted", "duplicate");
  }

  private static void expect(Outcome outcome, String expected) {
    assertThat(json(OutcomeJson.bytes(SOURCE, List.of(outcome))))
        .isEqualTo(json(expected.getBytes(UTF_8)));
  }

  private static JsonNode json(byte[] bytes) {
    return JsonMapper.shared().readTree(bytes);
  }
}
