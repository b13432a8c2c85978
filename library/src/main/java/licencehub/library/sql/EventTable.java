package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.sql.Prepared.Filed;
import licencehub.model.Digest;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceStatusChange;
import org.jspecify.annotations.Nullable;

/** The table {@code event}, as one group sees it. */
final class EventTable implements GroupTable {
  private static final Addition ADD =
      Addition.of(
          "event",
          "seq bigint, source text, id text, type text, subject text, version bigint,"
              + " happened_at bigint, received_at bigint, effective_at bigint, valid_to bigint,"
              + " previous bigint, standing bigint, document_digest bytea, original_digest bytea,"
              + " media_type text, locator text, document bytea, original bytea");
  private static final Lookup FIND =
      new Lookup("event", "source text, id text", "source, id, seq, document_digest");

  private final Session file;
  private final Bulk bulk;
  private final WriterKeys keys;
  private final Touched<SenderNumber, Known> known = new Touched<>();
  private final List<@Nullable Object[]> added = new ArrayList<>();

  EventTable(Session file, Bulk bulk, WriterKeys keys) {
    this.file = file;
    this.bulk = bulk;
    this.keys = keys;
  }

  /** What was filed under a sender's number. */
  record Known(long sequence, Digest document) {}

  /** A sender's number. */
  private record SenderNumber(String source, String id) {
    static SenderNumber of(Filed it) {
      return new SenderNumber(it.source().text(), it.ledger().id());
    }
  }

  /** That the submission's number will be asked for. */
  void want(Filed it) {
    known.want(SenderNumber.of(it));
  }

  @Override
  public void read() throws SQLException {
    List<@Nullable Object[]> numbers = new ArrayList<>();
    for (SenderNumber it : known.toRead()) {
      numbers.add(new @Nullable Object[] {it.source(), it.id()});
    }
    bulk.find(
        file,
        FIND,
        numbers,
        row -> {
          known.found(
              new SenderNumber(row.getString(1), row.getString(2)),
              new Known(row.getLong(3), Digest.wrap(row.getBytes(4))));
          return true;
        });
  }

  /** What is filed under the sender's number of {@code it}, if anything is. */
  Optional<Known> find(Filed it) {
    return known.find(SenderNumber.of(it));
  }

  /**
   * Adds an event whose sender's number is not known.
   *
   * @param previous the event filed before it about the same licence
   * @param standing the version that stands already; null when this one stands
   */
  void add(long sequence, Filed it, @Nullable Long previous, @Nullable Long standing) {
    known.put(SenderNumber.of(it), new Known(sequence, it.ledger().document()));
    Statement statement = it.filing().event().statement();
    EventCipher.Columns columns = it.columns(keys.data());
    added.add(
        new @Nullable Object[] {
          sequence,
          it.source().text(),
          it.ledger().id(),
          it.ledger().type().wire(),
          it.subject(),
          it.ledger().version(),
          Times.micros(statement instanceof CaseStep step ? step.at() : it.filing().event().time()),
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
          columns.original()
        });
  }

  @Override
  public void write() throws SQLException {
    bulk.add(file, ADD, added);
    added.clear();
  }

  static @Nullable Long validTo(Statement statement) {
    LocalDate day = statement instanceof LicenceContent it ? it.validTo() : null;
    return day == null ? null : day.toEpochDay();
  }
}
