package licencehub.library;

import java.util.Optional;

/**
 * The keys of one library. The current ones are written with; earlier ones stay on the ring until
 * nothing is left under them. Answers from memory and never waits.
 */
public interface KeyRing {
  /** What is written from now on is encrypted with this key. */
  DataKey currentData();

  Optional<DataKey> findData(int id);

  /** What is written from now on is found by words made with this key. */
  IndexKey currentIndex();

  Optional<IndexKey> findIndex(int id);

  /** Where they come from, for messages: files, or a command. */
  String origin();
}
