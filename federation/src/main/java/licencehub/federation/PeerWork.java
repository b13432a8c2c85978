package licencehub.federation;

import licencehub.federation.message.PeerRequest;
import tools.jackson.databind.node.ObjectNode;

/** Does what a peer asks for, once it is known to be the peer. */
public interface PeerWork {
  /**
   * @return what the operation gives, a refusal included
   */
  ObjectNode of(Peer peer, PeerRequest request);
}
