package licencehub.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;

/** Outcomes as the hub would give them. */
public final class Outcomes {
  private static final Outcome ACCEPTED = new Outcome.Accepted(receipt());

  private Outcomes() {}

  /** Every record of the batch accepted. */
  public static List<Outcome> accepted(Batch batch) {
    return batch.records().stream().map(it -> ACCEPTED).toList();
  }

  public static Outcome accepted() {
    return ACCEPTED;
  }

  public static Outcome quarantined(Reason reason) {
    return new Outcome.Quarantined(7, List.of(Fault.of(reason, reason.text())));
  }

  public static String text(RawRecord record) {
    return new String(record.bytes(), UTF_8);
  }

  private static Receipt receipt() {
    Digest digest = Digest.of("a record".getBytes(UTF_8));
    LedgerEntry entry =
        new LedgerEntry(
            new SourceId("sz-market-front"),
            "1",
            EventType.CASE_STEP,
            1,
            digest,
            digest,
            Instant.EPOCH);
    return new Receipt(entry, 0, List.of(), new Checkpoint(1, digest, "note\n"));
  }
}
