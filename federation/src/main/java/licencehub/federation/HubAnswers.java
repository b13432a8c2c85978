package licencehub.federation;

import tools.jackson.databind.node.ObjectNode;

/** What hubs alone are answered, but for what approvers may ask as well. */
public interface HubAnswers {
  /** {@link HubOperation#FILTER}: a piece of the filter of the holders known here. */
  ObjectNode filter(ObjectNode asked);

  /**
   * {@link HubOperation#EXCHANGE}: the next steps of cases for a peer.
   *
   * @param hub id of the peer
   */
  ObjectNode exchange(String hub, ObjectNode asked);

  /** {@link HubOperation#ANCHORS}: {@code list}, a DSSE envelope as text. */
  ObjectNode anchors();
}
