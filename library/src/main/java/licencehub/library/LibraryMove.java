package licencehub.library;

import java.util.List;
import java.util.Optional;
import licencehub.model.ledger.Checkpoint;

/**
 * Moves a library from the embedded engine to a database, while no hub runs on either. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface LibraryMove {
  /**
   * Copies everything, and proves that both sides are the same. What was broken off goes on where
   * it was; until it is done no hub opens the copy.
   *
   * @param settings the folder of the one, the database of the other, and the keys of both
   * @param progress is told of rows
   * @throws licencehub.model.Unavailable when either cannot be opened, the copy is of another
   *     library, or the sides are not the same in the end
   */
  Moved run(LibrarySettings settings, ProgressListener progress);

  /**
   * What is the same on both sides.
   *
   * @param latest the newest checkpoint; absent while the log is empty
   */
  record Moved(Optional<Checkpoint> latest, List<Part> parts) {
    public Moved {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One table.
   *
   * @param digest SHA-256 over every value of every row, in hexadecimal
   */
  record Part(String table, long rows, String digest) {}
}
