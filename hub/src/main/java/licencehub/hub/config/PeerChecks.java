package licencehub.hub.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.federation.HubOperation;
import licencehub.federation.PeerAddress;
import licencehub.hub.access.AccessTable;
import licencehub.hub.access.Operation;
import licencehub.hub.access.Role;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import licencehub.schemas.Contracts;

/** What a schema cannot say about the files of peers, alone and together. */
final class PeerChecks {
  /** What may be asked across hubs. */
  private static final Set<String> OPERATIONS =
      Stream.concat(
              Arrays.stream(HubOperation.values()).map(HubOperation::wire),
              Arrays.stream(Operation.values())
                  .filter(it -> AccessTable.roles(it).contains(Role.APPROVER))
                  .map(Operation::id))
          .collect(Collectors.toUnmodifiableSet());

  private final PointedFiles files;

  PeerChecks(PointedFiles files) {
    this.files = files;
  }

  void check(Tree hub, Collection<Tree> peers) {
    peers.forEach(this::check);
    together(hub, peers);
  }

  private void check(Tree peer) {
    SettingsCheck.check(Contracts.peerSettings(), peer);
    peer.get("address").value(PeerAddress::parse);
    files.certificate(peer.get("certificateFile"));
    files.certificate(peer.get("signerFile"));
    peer.get("ledgerKeys").items().forEach(it -> it.value(VerifierKey::parse));
    Text what = Text.of("操作", "operation");
    peer.get("may").items().forEach(it -> Words.known(it, OPERATIONS, what));
  }

  /** Every hub has an id, a place and a certificate of its own, this one as well. */
  private void together(Tree hub, Collection<Tree> peers) {
    Map<String, Tree> ids = new HashMap<>();
    Map<String, Tree> places = new HashMap<>();
    Map<String, Tree> certificates = new HashMap<>();
    Tree own = hub.get("hub");
    ids.put(own.get("id").text(), own.get("id"));
    place(own, hub.get("federation")).ifPresent(it -> places.put(it, own.get("region")));
    for (Tree peer : peers) {
      once(
          ids,
          Optional.of(peer.get("hub").text()).filter(it -> !it.isEmpty()),
          peer.get("hub"),
          Text.of("枢纽标识重复", "this hub stands twice"));
      once(
          places,
          place(peer, peer),
          peer.get("region"),
          Text.of("同一区划、同一层级已有枢纽", "another hub has this region at this level"));
      once(
          certificates,
          PeerReading.transport(peer, files),
          peer.get("certificateFile"),
          Text.of("此证书已属于另一枢纽", "this certificate belongs to another hub"));
    }
  }

  private static Optional<String> place(Tree region, Tree level) {
    return level.get("level").node().isString() && region.get("region").node().isString()
        ? Optional.of(level.get("level").text() + " " + region.get("region").text())
        : Optional.empty();
  }

  private static void once(
      Map<String, Tree> seen, Optional<String> word, Tree place, Text message) {
    Tree first = word.map(it -> seen.putIfAbsent(it, place)).orElse(null);
    if (first != null) {
      String where = first.faults().place(first.at());
      place.wrong(
          Text.of(message.zh() + "（见 " + where + "）", message.en() + " (see " + where + ")"),
          Text.of("改正，或删去其中一个文件", "correct it, or remove one of the files"));
    }
  }
}
