package licencehub.library.sql;

import java.time.Instant;
import licencehub.library.Retention;

/** Removes old rows through the journal, each time a task among others. */
final class SqlRetention implements Retention {
  /** Accesses are numbered as they are made, so the oldest are those with the lowest numbers. */
  private static final String ACCESSES =
      """
      DELETE FROM access WHERE number IN (
        SELECT number FROM (SELECT number, at FROM access ORDER BY number LIMIT ?) AS oldest
        WHERE at < ?)""";

  private static final String OLD =
      """
      (SELECT number FROM quarantine WHERE settled_as IS NOT NULL AND received_at < ?
        ORDER BY received_at, number LIMIT ?)""";
  private static final String FAULTS = "DELETE FROM quarantine_fault WHERE number IN " + OLD;
  private static final String QUARANTINE = "DELETE FROM quarantine WHERE number IN " + OLD;

  /** Of a task, roughly: a removal keeps nothing in memory. */
  private static final long BYTES = 1_000;

  private final SqlJournal journal;

  SqlRetention(SqlJournal journal) {
    this.journal = journal;
  }

  @Override
  public int remove(Kind kind, Instant before, int rows) {
    long micros = Times.micros(before);
    return switch (kind) {
      case ACCESSES -> journal.write(BYTES, file -> file.change(ACCESSES, rows, micros));
      case SETTLED_QUARANTINE ->
          journal.write(
              BYTES,
              file -> {
                file.change(FAULTS, micros, rows);
                return file.change(QUARANTINE, micros, rows);
              });
    };
  }
}
