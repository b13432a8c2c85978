package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.KeptSubmission;
import licencehub.library.Submissions;
import licencehub.library.crypt.RowCipher;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import licencehub.model.submission.SentNumber;

/** Tells senders what they were told when their event was filed or set aside. */
final class SqlSubmissions implements Submissions {
  private static final String FILED = "SELECT seq, standing FROM event WHERE source = ? AND id = ?";

  /** Answered from an index that has all of it. */
  private static final String RECEIVED =
      "SELECT id, version FROM event WHERE source = ? AND received_at >= ? AND received_at < ?"
          + " LIMIT ?";

  private static final String VERSION = "SELECT version FROM event WHERE source = ? AND id = ?";

  private static final String KEPT =
      "SELECT "
          + EventRows.COLUMNS
          + ", e.original, e.locator, e.report, e.media_type FROM event e"
          + " WHERE e.source = ? AND e.id = ?";

  private final Readers readers;
  private final EventRows events;
  private final EventCipher cipher;
  private final SqlQuarantine quarantine;
  private final Receipts receipts;

  SqlSubmissions(Readers readers, RowCipher cipher, SqlQuarantine quarantine, Receipts receipts) {
    this.readers = readers;
    this.events = new EventRows(cipher);
    this.cipher = new EventCipher(cipher);
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

  @Override
  public List<SentNumber> received(SourceId source, Instant from, Instant until, int limit) {
    return readers.ask(
        it ->
            it.list(
                RECEIVED,
                row -> new SentNumber(row.getString(1), row.getLong(2)),
                source.text(),
                Times.micros(from),
                Times.micros(until),
                limit));
  }

  @Override
  public Map<String, Long> versions(SourceId source, Collection<String> ids) {
    return readers.ask(
        it -> {
          Map<String, Long> versions = new HashMap<>();
          for (String id : ids) {
            it.first(VERSION, row -> row.getLong(1), source.text(), id)
                .ifPresent(version -> versions.put(id, version));
          }
          return versions;
        });
  }

  @Override
  public Optional<KeptSubmission> kept(SourceId source, String id) {
    return readers
        .ask(it -> it.first(KEPT, this::row, source.text(), id))
        .map(it -> kept(it.event(), it.columns(), it.mediaType()));
  }

  /** A row, with its event decrypted and the rest as it stands. */
  private record Found(HistoryEntry event, EventCipher.Row columns, String mediaType) {}

  private Found row(ResultSet row) throws SQLException {
    HistoryEntry event = events.read(row);
    int behind = EventRows.BEHIND;
    return new Found(
        event,
        new EventCipher.Row(
            event.source().text(),
            event.id(),
            row.getBytes(behind - 1),
            row.getBytes(behind),
            row.getString(behind + 1),
            row.getString(behind + 2)),
        row.getString(behind + 3));
  }

  private KeptSubmission kept(HistoryEntry event, EventCipher.Row row, String mediaType) {
    byte[] original = row.original();
    return new KeptSubmission(
        event,
        original == null
            ? event.document()
            : cipher.original(row.source(), row.id(), row.document(), original),
        mediaType,
        cipher.report(row),
        receipts.first(event.sequence()));
  }

  private Outcome outcome(Decision.Filed it) {
    Receipt receipt = receipts.first(it.sequence());
    return it.standing() == null
        ? new Outcome.Accepted(receipt)
        : new Outcome.Superseded(receipt, it.standing());
  }
}
