package licencehub.federation;

import java.util.Collection;
import licencehub.model.code.HolderCode;

/** What is known here of whom a peer has licences of. */
public interface HolderSight {
  /**
   * Whether the peer has no licence of any of them, as of no longer ago than may be relied on.
   * False where that is not known.
   */
  boolean rulesOut(Peer peer, Collection<HolderCode> holders);
}
