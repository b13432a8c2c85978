package licencehub.library.sqlite;

import java.util.Optional;
import licencehub.library.Submissions;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;

/** Tells senders what they were told when their event was filed or set aside. */
final class SqliteSubmissions implements Submissions {
  private static final String FILED = "SELECT seq, standing FROM event WHERE source = ? AND id = ?";

  private final Readers readers;
  private final SqliteQuarantine quarantine;
  private final Receipts receipts;

  SqliteSubmissions(Readers readers, SqliteQuarantine quarantine, Receipts receipts) {
    this.readers = readers;
    this.quarantine = quarantine;
    this.receipts = receipts;
  }

  @Override
  public Optional<Outcome> find(SourceId source, String id) {
    Optional<Decision.Filed> filed =
        readers.ask(
            it ->
                it.first(
                    FILED,
                    row -> new Decision.Filed(row.getLong(1), LicenceTable.number(row, 2)),
                    source.text(),
                    id));
    return filed.isPresent()
        ? filed.map(this::outcome)
        : quarantine.find(source, id).map(it -> new Outcome.Quarantined(it.number(), it.faults()));
  }

  private Outcome outcome(Decision.Filed it) {
    Receipt receipt = receipts.first(it.sequence());
    return it.standing() == null
        ? new Outcome.Accepted(receipt)
        : new Outcome.Superseded(receipt, it.standing());
  }
}
