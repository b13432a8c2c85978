package licencehub.connectors;

import java.time.Duration;
import java.util.List;
import licencehub.model.submission.Outcome;

/**
 * Reads one source batch by batch. A record counts as taken only when {@link #settle} has returned;
 * whatever was polled and not settled comes again.
 */
public interface BatchSource extends AutoCloseable {
  /**
   * The next records, empty when there are none now.
   *
   * @param limit records at the most
   * @param patience how long to wait for the first record
   * @throws licencehub.model.Unavailable when the source does not answer
   */
  Batch poll(int limit, Duration patience);

  /**
   * Marks, moves, commits or answers at the source: every record's outcome is on disk here.
   *
   * @param outcomes one for each record of the batch, in order
   */
  void settle(Batch batch, List<Outcome> outcomes);

  /** Gives the batch back: nothing of it is on disk here. */
  void giveBack(Batch batch);

  @Override
  void close();
}
