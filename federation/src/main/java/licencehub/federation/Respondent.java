package licencehub.federation;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.federation.message.Lie;
import licencehub.federation.message.MessageReader;
import licencehub.federation.message.MessageReader.Read;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.federation.message.PeerRequest;
import licencehub.federation.message.Replays;
import licencehub.model.Digest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers peers: every request is checked before anything is done for it, and every answer is
 * signed and bound to its request. Safe for many threads.
 */
public final class Respondent {
  /** Names, in an answer, the lie for which a request was refused. */
  static final String REFUSED = "refused";

  /** HTTP's word for "you are not believed". */
  private static final int FORBIDDEN = 403;

  private final String here;
  private final MessageSigner signer;
  private final Replays replays;
  private final OwnLedger ledger;
  private final PeerWork work;
  private final InstantSource clock;
  private final Map<HubCard, MessageReader> readers = new ConcurrentHashMap<>();

  /**
   * @param here id of this hub
   */
  public Respondent(
      String here,
      MessageSigner signer,
      Replays replays,
      OwnLedger ledger,
      PeerWork work,
      InstantSource clock) {
    this.here = here;
    this.signer = signer;
    this.replays = replays;
    this.ledger = ledger;
    this.work = work;
    this.clock = clock;
  }

  /**
   * The signed answer, which says so where the request is not believed.
   *
   * @param peer whom the connection belongs to
   * @param bytes the request as it came
   */
  public byte[] answer(Peer peer, byte[] bytes) {
    MessageReader reader =
        readers.computeIfAbsent(peer.card(), it -> new MessageReader(it.hub(), it.trust(), here));
    return switch (reader.request(bytes, replays, clock.instant())) {
      case Read.Refused<PeerRequest> it -> signed(peer, bytes, LedgerWord.NONE, refusal(it.lie()));
      case Read.Believed<PeerRequest>(PeerRequest request) -> {
        ObjectNode content = work.of(peer, request);
        // After the work: what it filed is in the checkpoint that comes with the answer.
        yield signed(peer, bytes, ledger.since(request.known()), content);
      }
    };
  }

  private byte[] signed(Peer peer, byte[] request, LedgerWord word, ObjectNode content) {
    return signer.sign(
        new PeerAnswer(here, peer.hub(), clock.instant(), Digest.of(request), word, content));
  }

  private static ObjectNode refusal(Lie lie) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("status", FORBIDDEN);
    content.put(REFUSED, lie.code());
    ObjectNode text = content.putObject("text");
    text.put("zh", lie.text().zh());
    text.put("en", lie.text().en());
    return content;
  }
}
