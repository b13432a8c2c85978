package licencehub.hub.federation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Extent;
import licencehub.federation.exchange.Given;
import licencehub.federation.exchange.Origin;
import licencehub.federation.exchange.Portion;
import licencehub.federation.exchange.PortionQuestion;
import licencehub.federation.message.MessageSigner;
import licencehub.ledger.Proofs;
import licencehub.ledger.TlogProof;
import licencehub.library.HistoryEntry;
import licencehub.library.Library;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Receipt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives peers the cases that concern their regions: the operation {@code exchange}. */
public final class CaseGiver {
  /** Events looked at for one answer. */
  private static final int LOOKED_AT = 500;

  /** Steps given in one answer, and bytes of their envelopes, about. */
  private static final int MOST = 200;

  private static final int MOST_BYTES = 4 << 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String hub;
  private final Library library;
  private final Proofs proofs;
  private final MessageSigner signer;
  private final GivenCases cases;

  /**
   * @param hub id of this hub
   * @param region of this hub
   */
  public CaseGiver(
      String hub, RegionCode region, Library library, Proofs proofs, MessageSigner signer) {
    this.hub = hub;
    this.library = library;
    this.proofs = proofs;
    this.signer = signer;
    this.cases = new GivenCases(region, library.cases());
  }

  /** What is for a peer of the next stretch of the ledger. */
  public Portion portion(Peer peer, PortionQuestion asked) {
    Checkpoint newest = library.ledger().latest().orElse(null);
    if (newest == null || peer.exchange().gives() == Extent.NONE) {
      return Portion.nothing(asked.after());
    }
    Stretch stretch = new Stretch(peer, asked, newest);
    for (HistoryEntry event : library.outbox().after(asked.after(), LOOKED_AT)) {
      // What came after the checkpoint cannot be proven yet.
      if (event.sequence() >= newest.size() || stretch.isFull()) {
        break;
      }
      stretch.look(event);
    }
    return stretch.portion();
  }

  /** What one answer is made of. */
  private final class Stretch {
    private final Peer peer;
    private final PortionQuestion asked;
    private final Checkpoint newest;
    private final Set<Long> named = new LinkedHashSet<>();
    private final List<Given> given = new ArrayList<>();
    private long next;
    private long bytes;

    Stretch(Peer peer, PortionQuestion asked, Checkpoint newest) {
      this.peer = peer;
      this.asked = asked;
      this.newest = newest;
      this.next = asked.after();
    }

    boolean isFull() {
      return named.size() >= Math.min(asked.most(), MOST) || bytes >= MOST_BYTES;
    }

    void look(HistoryEntry event) {
      cases.at(event, peer).forEach(this::take);
      next = event.sequence();
    }

    private void take(HistoryEntry step) {
      ObjectNode event = (ObjectNode) JSON.readTree(step.document());
      ObjectNode data = (ObjectNode) event.path("data");
      ObjectNode told = peer.exchange().gives().of(step.type(), data).orElse(null);
      if (told == null || !named.add(step.sequence()) || !asked.wants(step.sequence())) {
        return;
      }
      event.put("id", new Origin(hub, step.sequence()).toString());
      event.put("source", "/sources/" + SourceId.ofPeer(hub));
      event.set("data", told);
      byte[] envelope = signer.sign(JSON.writeValueAsBytes(event));
      bytes += envelope.length;
      given.add(new Given(envelope, proof(step, newest)));
    }

    Portion portion() {
      return new Portion(List.copyOf(named), given, next, next < newest.size() - 1);
    }
  }

  private TlogProof proof(HistoryEntry step, Checkpoint newest) {
    long index = step.sequence();
    return TlogProof.of(
        new Receipt(
            library.ledger().entry(index).orElseThrow(),
            index,
            proofs.inclusion(index, newest.size()),
            newest));
  }
}
