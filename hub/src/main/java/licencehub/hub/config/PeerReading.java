package licencehub.hub.config;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.federation.HubCard;
import licencehub.federation.Level;
import licencehub.federation.Peer;
import licencehub.federation.PeerAddress;
import licencehub.federation.exchange.Exchange;
import licencehub.federation.exchange.Extent;
import licencehub.ledger.VerifierKey;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Organisation;
import licencehub.verification.Trust;

/** Makes peers of files in which no fault was found. */
final class PeerReading {
  private final PointedFiles files;

  PeerReading(PointedFiles files) {
    this.files = files;
  }

  /** All that can be made; what cannot, after all, is noted as a fault of its file. */
  List<Peer> all(Collection<Tree> trees) {
    List<Peer> peers = new ArrayList<>();
    for (Tree it : trees) {
      List<X509Certificate> transport = certificates(it.get("certificateFile"), files);
      List<X509Certificate> signer = certificates(it.get("signerFile"), files);
      if (signer.size() < 2) {
        it.get("signerFile")
            .wrong(
                Text.of("应有签名证书及其根证书", "must hold the signer's certificate and then its root"),
                Text.of("用 ./licencehub peer add 重写", "write it with ./licencehub peer add"));
      } else if (!transport.isEmpty()) {
        peers.add(peer(it, transport.getFirst(), signer));
      }
    }
    return peers;
  }

  /** The certificate of a peer's connections, by its digest; empty where it cannot be read. */
  static Optional<String> transport(Tree peer, PointedFiles files) {
    return certificates(peer.get("certificateFile"), files).stream()
        .findFirst()
        .map(it -> Trust.id(it).toString());
  }

  private static Peer peer(Tree it, X509Certificate transport, List<X509Certificate> signer) {
    Tree name = it.get("name");
    Set<String> may = it.get("may").items().stream().map(Tree::text).collect(Collectors.toSet());
    return new Peer(
        new HubCard(
            it.get("hub").text(),
            Text.of(name.get("zh").text(), name.get("en").text()),
            Objects.requireNonNull(it.get("region").value(RegionCode::new), "checked"),
            Level.find(it.get("level").text()).orElseThrow(),
            Objects.requireNonNull(it.get("address").value(PeerAddress::parse), "checked"),
            transport,
            signer,
            it.get("ledgerKeys").items().stream()
                .map(key -> Objects.requireNonNull(key.value(VerifierKey::parse), "checked"))
                .toList()),
        may,
        exchange(it.get("exchange")),
        it.get("trustsFiles").flag(false));
  }

  private static Exchange exchange(Tree agreed) {
    Tree body = agreed.get("takesFrom");
    return new Exchange(
        Extent.find(agreed.get("gives").text(Extent.NONE.wire())).orElseThrow(),
        body.isPresent()
            ? new Organisation(
                Objects.requireNonNull(body.get("code").value(CreditCode::new), "checked"),
                body.get("name").text())
            : null);
  }

  /**
   * What stands in the file; none where it is not there, or is damaged, which is said elsewhere.
   */
  private static List<X509Certificate> certificates(Tree setting, PointedFiles files) {
    if (!setting.node().isString()) {
      return List.of();
    }
    try {
      return Trust.certificates(Files.readAllBytes(files.path(setting)));
    } catch (IOException | MalformedValue e) {
      return List.of();
    }
  }
}
