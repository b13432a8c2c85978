package licencehub.library;

import java.util.Optional;

/** Small durable notes under a name: how far a source or a subscriber has come. */
public interface PositionStore {
  Optional<String> find(String name);

  /** Returns when it is on disk. */
  void keep(String name, String position);

  /**
   * The same, for what one hub does at a time.
   *
   * @throws licencehub.model.Unavailable when another hub has taken over: nothing was written
   */
  void keep(Hold hold, String name, String position);
}
