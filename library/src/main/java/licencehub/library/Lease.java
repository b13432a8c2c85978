package licencehub.library;

import java.time.Duration;
import java.util.Optional;

/** One thing that one hub does at a time, as this hub sees it. Safe for many threads. */
public interface Lease extends AutoCloseable {
  /**
   * Empty unless this hub is the one, now. To be asked before anything new is begun: a hub that has
   * stood still, or lost its line to the library, finds by its own clock that it no longer is.
   */
  Optional<Hold> hold();

  /** Whether what was begun under it may still be finished. */
  boolean stands(Hold hold);

  /** Waits until this hub is the one, and tells whether it is. Ends early when interrupted. */
  boolean await(Duration patience);

  /** Who it is, as far as this hub has heard; empty when nobody is. */
  Optional<String> holder();

  /** Takes part no longer; another hub may have it at once. */
  @Override
  void close();
}
