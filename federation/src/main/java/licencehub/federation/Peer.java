package licencehub.federation;

import java.util.Set;
import licencehub.federation.exchange.Exchange;

/**
 * Another hub, as this one's operator has let it in.
 *
 * @param may names of the operations it may ask for here, from the OpenAPI document, and of the
 *     hubs' own: see {@link HubOperation}
 * @param exchange what was agreed about cases
 */
public record Peer(HubCard card, Set<String> may, Exchange exchange) {
  public Peer {
    may = Set.copyOf(may);
  }

  /** One with which no cases are exchanged. */
  public Peer(HubCard card, Set<String> may) {
    this(card, may, Exchange.NONE);
  }

  /** Its id. */
  public String hub() {
    return card.hub();
  }
}
