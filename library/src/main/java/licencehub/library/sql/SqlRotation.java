package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.KeyRing;
import licencehub.library.KeyRotation;
import licencehub.library.crypt.RowCipher;
import licencehub.library.sql.Reindexing.Reached;
import licencehub.library.sql.Reindexing.Step;

/** Rotation through the journal: each step is a task among others, and a transaction at most. */
final class SqlRotation implements KeyRotation {
  private static final long BYTES = 1L << 20;

  private final SqlDialect dialect;
  private final Readers readers;
  private final SqlJournal journal;
  private final KeyRing ring;
  private final WriterKeys keys;
  private final Rotation rotation;
  private final Reindexing reindexing;
  private volatile Reached reached = Reached.START;

  SqlRotation(
      SqlDialect dialect, Readers readers, SqlJournal journal, KeyRing ring, WriterKeys keys) {
    this.dialect = dialect;
    RowCipher cipher = new RowCipher(ring);
    this.readers = readers;
    this.journal = journal;
    this.ring = ring;
    this.keys = keys;
    this.rotation =
        new Rotation(
            List.of(
                new RotatedEvents(cipher),
                new RotatedQuarantine(new QuarantineCipher(cipher)),
                new RotatedAccesses(cipher, keys)),
            ring);
    this.reindexing = new Reindexing(keys, ring, cipher, dialect.words());
  }

  @Override
  public Progress progress() {
    return progress(0);
  }

  @Override
  public synchronized Progress step(int rows) {
    Step step = journal.write(BYTES, file -> step(file, rows));
    reached = step.reached();
    return progress(step.moved());
  }

  private Progress progress(long moved) {
    return readers.ask(
        file -> {
          Rotation.Left left = rotation.left(file, ring.currentData());
          long toIndex = Reindexing.left(file, ring);
          return new Progress(
              left.keys(), left.rows(), toIndex, moved, left.stuck() + reached.stuck());
        });
  }

  private Step step(Session file, int rows) throws SQLException {
    dialect.wipe(file, true);
    try {
      long moved = rotation.step(file, keys.data(), rows);
      return moved > 0 ? new Step(moved, reached) : reindexing.step(file, rows, reached);
    } finally {
      dialect.wipe(file, false);
    }
  }
}
