package licencehub.hub.federation;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import licencehub.federation.Peer;
import licencehub.model.Digest;
import licencehub.verification.Trust;

/** Finds peers by the certificates of their connections, as they are at the moment. */
final class KnownPeers {
  private final Supplier<List<Peer>> peers;
  private volatile Index index;

  /**
   * @param peers the same list as long as nothing has changed
   */
  KnownPeers(Supplier<List<Peer>> peers) {
    this.peers = peers;
    this.index = Index.of(peers.get());
  }

  Optional<Peer> find(X509Certificate certificate) {
    List<Peer> now = peers.get();
    Index known = index;
    if (!known.isOf(now)) {
      known = Index.of(now);
      index = known;
    }
    return Optional.ofNullable(known.byCertificate().get(Trust.id(certificate)));
  }

  private record Index(List<Peer> peers, Map<Digest, Peer> byCertificate) {
    static Index of(List<Peer> peers) {
      Map<Digest, Peer> byCertificate = new HashMap<>();
      peers.forEach(it -> byCertificate.put(Trust.id(it.card().transport()), it));
      return new Index(peers, byCertificate);
    }

    // The very list: comparing what is in it at each request would cost more than it saves.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<Peer> now) {
      return peers == now;
    }
  }
}
