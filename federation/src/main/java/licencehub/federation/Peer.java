package licencehub.federation;

import java.util.Set;

/**
 * Another hub, as this one's operator has let it in.
 *
 * @param may names of the operations it may ask for here, from the OpenAPI document, and of the
 *     hubs' own: see {@link HubOperation}
 */
public record Peer(HubCard card, Set<String> may) {
  public Peer {
    may = Set.copyOf(may);
  }

  /** Its id. */
  public String hub() {
    return card.hub();
  }
}
