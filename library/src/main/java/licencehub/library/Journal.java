package licencehub.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import licencehub.model.submission.Outcome;

/**
 * The one way anything is written. Many callers' entries are committed together in one transaction;
 * each future completes after that transaction is on disk, or fails with {@link
 * licencehub.model.Unavailable} when nothing of the caller's entries was written.
 */
public interface Journal {
  /**
   * Files or quarantines, in order.
   *
   * @return an outcome for each entry, in order
   */
  CompletableFuture<List<Outcome>> file(List<Entry> entries);

  /**
   * Records uses, in order, each only while its grant has room: however many callers there are, a
   * quota is never exceeded.
   *
   * @return an outcome for each use, in order
   */
  CompletableFuture<List<UseOutcome>> use(List<MeteredUse> uses);

  /** Writes accesses; they are on disk when the future completes. */
  CompletableFuture<Void> log(List<Access> accesses);

  /** Entries waiting to be written: what back-pressure is decided by. */
  int waiting();
}
