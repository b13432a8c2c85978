package licencehub.hub;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import licencehub.federation.Peer;
import licencehub.federation.PeerDoor;
import licencehub.federation.PeerLine;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.hub.config.FederationSection;
import licencehub.hub.config.HubSettings;
import licencehub.hub.federation.PeerIdentity;
import licencehub.hub.federation.PeerLimits;
import licencehub.hub.federation.PeerServer;
import org.jspecify.annotations.Nullable;

/** What a hub is among others: its identity, its line to peers, and the port they come to. */
final class FederationParts implements AutoCloseable {
  private final FederationSection settings;
  private final PeerIdentity identity;
  private final Supplier<List<Peer>> peers;
  private final PeerLine line;
  private @Nullable PeerServer server;

  private FederationParts(
      FederationSection settings, PeerIdentity identity, Supplier<List<Peer>> peers) {
    this.settings = settings;
    this.identity = identity;
    this.peers = peers;
    this.line = new HttpsPeerLine(identity.transport());
  }

  /**
   * Makes the identity where there is none yet; nobody can come before {@link #serve}. Null for a
   * hub without peers.
   */
  static @Nullable FederationParts open(
      HubSettings hub, HubKeys keys, FollowedConfig followed, InstantSource clock) {
    FederationSection settings = hub.federation();
    return settings == null
        ? null
        : new FederationParts(settings, identity(hub, keys, clock), followed::peers);
  }

  static PeerIdentity identity(HubSettings hub, HubKeys keys, InstantSource clock) {
    return PeerIdentity.open(keys.folder(), hub.name(), new SecureRandom(), clock.instant());
  }

  FederationSection settings() {
    return settings;
  }

  /** Signs what this hub asks and answers. */
  PeerIdentity identity() {
    return identity;
  }

  /** As they are at the moment. */
  List<Peer> peers() {
    return peers.get();
  }

  PeerLine line() {
    return line;
  }

  /** From now on peers are answered; returns the port. */
  int serve(PeerDoor door) {
    PeerServer started =
        PeerServer.start(
            settings.host(), settings.port(), PeerLimits.USUAL, identity.transport(), peers, door);
    server = started;
    return started.port();
  }

  /** No more is taken in, then no more is asked. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    line.close();
  }
}
