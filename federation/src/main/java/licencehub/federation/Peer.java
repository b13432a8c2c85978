package licencehub.federation;

import java.util.Set;
import licencehub.federation.exchange.Exchange;

/**
 * Another hub, as this one's operator has let it in.
 *
 * @param may names of the operations it may ask for here, from the OpenAPI document, and of the
 *     hubs' own: see {@link HubOperation}
 * @param exchange what was agreed about cases
 * @param trustsFiles whether licence files of its region are verified under the anchors it lists
 */
public record Peer(HubCard card, Set<String> may, Exchange exchange, boolean trustsFiles) {
  public Peer {
    may = Set.copyOf(may);
  }

  /** One with which no cases are exchanged, and whose anchors do not count. */
  public Peer(HubCard card, Set<String> may) {
    this(card, may, Exchange.NONE, false);
  }

  /** Its id. */
  public String hub() {
    return card.hub();
  }
}
