package licencehub.hub.federation;

import java.util.List;
import licencehub.federation.HubCard;
import licencehub.hub.config.FederationSection;
import licencehub.hub.config.HubSettings;
import licencehub.ledger.VerifierKey;

/** The card this hub hands to others. */
public final class OwnCard {
  private OwnCard() {}

  /**
   * @param ledgerKeys what its checkpoints verify with
   */
  public static HubCard of(
      HubSettings hub,
      FederationSection federation,
      PeerIdentity identity,
      List<VerifierKey> ledgerKeys) {
    return new HubCard(
        hub.id(),
        hub.name(),
        hub.region(),
        federation.level(),
        federation.address(),
        identity.transport().certificate(),
        identity.signer().chain(),
        ledgerKeys);
  }
}
