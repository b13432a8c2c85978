package licencehub.hub.keys;

import java.util.Set;
import licencehub.library.HeldKeys;

/** Where keys come from. */
public interface KeySource {
  /**
   * All keys there are now; the highest number of each kind is current.
   *
   * @throws licencehub.model.Unavailable when they cannot be had
   */
  HeldKeys load();

  /** The file, folder or command, for messages. */
  String origin();

  /** Whether keys are made and removed here; otherwise that is done where they come from. */
  boolean isOwn();

  /**
   * Makes a new current key of each of these kinds, where keys are made here.
   *
   * @throws licencehub.model.Unavailable when it cannot be written
   */
  void renew(Set<KeyKind> kinds);

  /**
   * Takes an earlier key off the ring for good, where keys are made here.
   *
   * @throws licencehub.model.Unavailable when it is not there, or cannot be written
   */
  void retire(KeyKind kind, int number);
}
