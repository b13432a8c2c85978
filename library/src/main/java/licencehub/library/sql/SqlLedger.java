package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import licencehub.library.LedgerStore;
import licencehub.model.Digest;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;

/** The stored ledger. */
final class SqlLedger implements LedgerStore {
  private static final String HASHES =
      "SELECT hash FROM ledger_hash WHERE level = ? AND place >= ? ORDER BY place LIMIT ?";
  static final String LATEST = "SELECT size, root, note FROM checkpoint ORDER BY size DESC LIMIT 1";
  private static final String FIRST =
      "SELECT size, root, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT 1";
  private static final String ENTRY =
      "SELECT source, id, type, version, original_digest, document_digest, received_at"
          + " FROM event WHERE seq = ?";

  private final Readers readers;

  SqlLedger(Readers readers) {
    this.readers = readers;
  }

  @Override
  public List<Digest> hashes(int level, long from, int count) {
    return readers.ask(
        it -> it.list(HASHES, row -> Digest.wrap(row.getBytes(1)), level, from, count));
  }

  @Override
  public Optional<Checkpoint> latest() {
    return readers.ask(it -> it.first(LATEST, SqlLedger::checkpoint));
  }

  @Override
  public Optional<LedgerEntry> entry(long index) {
    return readers.ask(it -> it.first(ENTRY, SqlLedger::entry, index));
  }

  /** The checkpoint that was committed together with the entry. */
  Optional<Checkpoint> first(long index) {
    return readers.ask(it -> it.first(FIRST, SqlLedger::checkpoint, index));
  }

  static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(row.getLong(1), Digest.wrap(row.getBytes(2)), row.getString(3));
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        new SourceId(row.getString(1)),
        row.getString(2),
        EventType.parse(row.getString(3)),
        row.getLong(4),
        Digest.wrap(row.getBytes(5)),
        Digest.wrap(row.getBytes(6)),
        Times.instant(row.getLong(7)));
  }
}
