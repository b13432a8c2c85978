package licencehub.hub.keys;

import licencehub.library.HeldKeys;

/** Where keys come from. */
public interface KeySource {
  /**
   * All keys there are now; the highest number of each kind is current.
   *
   * @throws licencehub.model.Unavailable when they cannot be had
   */
  HeldKeys load();
}
