package licencehub.hub;

import java.security.SecureRandom;
import licencehub.hub.access.BearerTokens;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.access.OutsideTokens;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.HubSettings;
import licencehub.hub.http.UseServices;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.use.UseRules;

/** What the HTTP edge gets of the configuration and the hub's own keys. */
record EdgeParts(HubSettings hub, HubKeys keys) {
  UseServices uses(OwnEvents own) {
    return new UseServices(
        new UseRules(hub.uses().life()),
        own,
        new SecureRandom(),
        hub.name(),
        hub.limits().wrongComparisons(),
        KeyedHash.open(keys.requests()));
  }

  /** The hub's own tokens, and those of an identity service where one is named. */
  BearerTokens tokens() {
    Tokens own = Tokens.open(keys.tokens(), hub.tokens().lifetime());
    HubSettings.IdentityService outside = hub.tokens().outside();
    return outside == null
        ? own
        : own.or(OutsideTokens.of(outside.issuer(), outside.keys(), hub.id()));
  }
}
