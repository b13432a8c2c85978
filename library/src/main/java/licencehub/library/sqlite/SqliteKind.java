package licencehub.library.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import licencehub.library.Archive;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.files.FolderFiles;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens {@code library.db} in the hub's folder. */
public final class SqliteKind implements LibraryKind {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteKind.class);

  /** The folder of licence files, beside the database. */
  static final String FILES = "files";

  /** Entries that may wait; beyond these callers are told to come again. */
  private static final int MOST_WAITING = 20_000;

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    LibraryFile file = LibraryFile.open(settings);
    FolderFiles files = files(settings, file);
    SqliteLedger ledger = new SqliteLedger(file.readers());
    Head head = new Head(ledger.latest().map(Checkpoint::size).orElse(0L) - 1);
    Receipts receipts = new Receipts(ledger, prover);
    TaskQueue queue = new TaskQueue(MOST_WAITING);
    WriterKeys keys = new WriterKeys(file.writer(), settings.keys());
    Scribe scribe = new Scribe(file.writer(), keys, sealer, settings.retries(), clock);
    ExecutorService callers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("library-answer-", 0).factory());
    Thread writer =
        Thread.ofPlatform()
            .name("library-writer")
            .start(
                new GroupCommit(
                    queue, new Group(file.writer(), scribe), head, new Answers(receipts), callers));
    return new SqliteDoors(file.readers(), settings.keys(), keys, queue)
        .library(ledger, head, receipts, files, () -> close(queue, writer, head, callers, file));
  }

  /** Opened under the lock of the library, which is let go of when they cannot be. */
  private static FolderFiles files(LibrarySettings settings, LibraryFile file) {
    try {
      return FolderFiles.open(settings.folder().resolve(FILES), settings.keys());
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public Archive archive(LibrarySettings settings) {
    return SqliteArchive.open(settings);
  }

  @Override
  public void copy(LibrarySettings settings, Path folder, Progress progress) {
    new SqliteCopy(settings.folder(), folder, progress).make();
  }

  /** Writes what waits, answers who waits, and lets go of the file. */
  private static void close(
      TaskQueue queue, Thread writer, Head head, ExecutorService callers, LibraryFile file) {
    queue.close();
    try {
      writer.join();
      head.close();
      callers.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("interrupted while closing; what was acknowledged is on disk");
    }
    file.close();
  }
}
