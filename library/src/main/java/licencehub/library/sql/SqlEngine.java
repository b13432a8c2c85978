package licencehub.library.sql;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import licencehub.library.Library;
import licencehub.library.LibrarySettings;
import licencehub.library.files.FolderFiles;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine whose tables are there and in order.
 *
 * @param writer for the writing thread only
 * @param shared whether other hubs write to it as well
 * @param keeper lets go of everything; called when the library is closed, or cannot be opened
 */
public record SqlEngine(
    SqlDialect dialect,
    Session writer,
    Readers readers,
    boolean shared,
    SqlLeases leases,
    Runnable keeper) {
  /** The folder of licence files, in that of the hub. */
  public static final String FILES = "files";

  private static final Logger LOG = LoggerFactory.getLogger(SqlEngine.class);

  /** Entries that may wait; beyond these callers are told to come again. */
  private static final int MOST_WAITING = 20_000;

  /** How often those who wait for an event look whether another hub wrote one. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  /** Starts the writing thread and opens all doors. */
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    FolderFiles files = files(settings);
    SqlLedger ledger = new SqlLedger(readers);
    Head head = head(ledger);
    Receipts receipts = new Receipts(ledger, prover);
    TaskQueue queue = new TaskQueue(writer.name(), MOST_WAITING);
    WriterKeys keys = new WriterKeys(writer, settings.keys(), dialect.words());
    Scribe scribe = new Scribe(writer, dialect.bulk(), keys, sealer, settings.retries(), clock);
    ExecutorService callers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("library-answer-", 0).factory());
    Thread thread =
        Thread.ofPlatform()
            .name("library-writer")
            .start(
                new GroupCommit(
                    queue,
                    new Group(dialect, writer, scribe),
                    head,
                    new Answers(receipts),
                    callers));
    return new SqlDoors(dialect, readers, settings.keys(), keys, settings.retries(), queue)
        .library(ledger, head, receipts, files, leases, () -> close(queue, thread, head, callers));
  }

  private Head head(SqlLedger ledger) {
    LongSupplier newest = () -> ledger.latest().map(Checkpoint::size).orElse(0L) - 1;
    return shared
        ? new Head(writer.name(), newest, GLANCE)
        : new Head(writer.name(), newest.getAsLong());
  }

  /** Opened under the lock of the library, which is let go of when they cannot be. */
  private FolderFiles files(LibrarySettings settings) {
    try {
      return FolderFiles.open(settings.folder().resolve(FILES), settings.keys());
    } catch (RuntimeException e) {
      keeper.run();
      throw e;
    }
  }

  /** Writes what waits, answers who waits, and lets go of the engine. */
  private void close(TaskQueue queue, Thread thread, Head head, ExecutorService callers) {
    queue.close();
    try {
      thread.join();
      head.close();
      callers.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("interrupted while closing; what was acknowledged is on disk");
    }
    keeper.run();
  }
}
