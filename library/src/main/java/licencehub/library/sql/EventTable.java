package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import licencehub.library.sql.Prepared.Filed;
import licencehub.model.Digest;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceStatusChange;
import org.jspecify.annotations.Nullable;

/** The table {@code event}, as the writer sees it. */
final class EventTable {
  private static final String ADD =
      "INSERT INTO event (seq, source, id, type, subject, version, happened_at, received_at,"
          + " effective_at, valid_to, previous, standing, document_digest, original_digest,"
          + " media_type, locator, document, original)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (source, id) DO NOTHING";
  private static final String FIRST =
      "SELECT seq, document_digest FROM event WHERE source = ? AND id = ?";

  private final Session file;
  private final WriterKeys keys;

  EventTable(Session file, WriterKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  /** What was filed under a sender's number. */
  record Known(long sequence, Digest document) {}

  /**
   * Adds an event unless the sender's number is known already.
   *
   * @param previous the event filed before it about the same licence
   * @param standing the version that stands already; null when this one stands
   * @return whether it was added
   */
  boolean add(long sequence, Filed it, @Nullable Long previous, @Nullable Long standing)
      throws SQLException {
    Statement statement = it.filing().event().statement();
    EventCipher.Columns columns = it.columns(keys.data());
    return file.change(
            ADD,
            sequence,
            it.source().text(),
            it.ledger().id(),
            it.ledger().type().wire(),
            it.subject(),
            it.ledger().version(),
            Times.micros(
                statement instanceof CaseStep step ? step.at() : it.filing().event().time()),
            Times.micros(it.ledger().receivedAt()),
            statement instanceof LicenceStatusChange change
                ? Times.micros(change.effectiveOn())
                : null,
            validTo(statement),
            previous,
            standing,
            it.ledger().document().bytes(),
            it.digest().bytes(),
            it.original().mediaType(),
            columns.notes(),
            columns.document(),
            columns.original())
        == 1;
  }

  /** What is filed under the sender's number of {@code it}. */
  Known known(Filed it) throws SQLException {
    return findKnown(it).orElseThrow();
  }

  /** What is filed under the sender's number of {@code it}, if anything is. */
  Optional<Known> findKnown(Filed it) throws SQLException {
    return file.first(
        FIRST,
        row -> new Known(row.getLong(1), Digest.wrap(row.getBytes(2))),
        it.source().text(),
        it.ledger().id());
  }

  static @Nullable Long validTo(Statement statement) {
    LocalDate day = statement instanceof LicenceContent it ? it.validTo() : null;
    return day == null ? null : day.toEpochDay();
  }
}
