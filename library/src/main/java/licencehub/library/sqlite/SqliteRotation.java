package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.KeyRing;
import licencehub.library.KeyRotation;
import licencehub.library.crypt.RowCipher;
import licencehub.library.sqlite.Reindexing.Reached;
import licencehub.library.sqlite.Reindexing.Step;

/** Rotation through the journal: each step is a task among others, and a transaction at most. */
final class SqliteRotation implements KeyRotation {
  private static final long BYTES = 1L << 20;

  private final Readers readers;
  private final SqliteJournal journal;
  private final KeyRing ring;
  private final WriterKeys keys;
  private final Rotation rotation;
  private final Reindexing reindexing;
  private volatile Reached reached = Reached.START;

  SqliteRotation(Readers readers, SqliteJournal journal, KeyRing ring, WriterKeys keys) {
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
    this.reindexing = new Reindexing(keys, ring, cipher);
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

  /** What is overwritten must not stay in unused parts of the file: it may be in the clear. */
  private Step step(Session file, int rows) throws SQLException {
    wipe(file, "ON");
    try {
      long moved = rotation.step(file, keys.data(), rows);
      return moved > 0 ? new Step(moved, reached) : reindexing.step(file, rows, reached);
    } finally {
      wipe(file, "OFF");
    }
  }

  private static void wipe(Session file, String onOrOff) throws SQLException {
    file.first("PRAGMA secure_delete = " + onOrOff, row -> row.getInt(1));
  }
}
