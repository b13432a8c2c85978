package licencehub.hub.federation;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import licencehub.federation.HubOperation;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.federation.exchange.Given;
import licencehub.federation.exchange.Origin;
import licencehub.federation.exchange.Portion;
import licencehub.federation.exchange.PortionQuestion;
import licencehub.federation.message.Lie;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ReceiptVerifier;
import licencehub.model.Unavailable;
import licencehub.model.ledger.LedgerEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks one peer for cases, and believes what is proven to stand in its ledger. */
final class PortionAsking {
  /** Two hundred signatures on a machine that has other work to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Peer peer;
  private final Neighbourhood neighbours;
  private final ReceiptVerifier proofs;

  PortionAsking(Peer peer, Neighbourhood neighbours) {
    this.peer = peer;
    this.neighbours = neighbours;
    this.proofs = new ReceiptVerifier(peer.card().ledgerKeys().getFirst());
  }

  /**
   * @throws Unavailable when there is no answer, or none that is believed
   */
  Portion ask(PortionQuestion question) {
    ObjectNode content = JSON.createObjectNode();
    content.putObject("caller").put("name", "exchange");
    content.set("body", question.write());
    return switch (neighbours.ask(peer, HubOperation.EXCHANGE.wire(), content, PATIENCE)) {
      case Told.Answered it -> read(it, question);
      case Told.Silent it -> throw unavailable("没有答复 it does not answer: " + it.why());
      case Told.Lied it -> throw unavailable(it.lie().text().zh() + " " + it.lie().text().en());
      case Told.Refused it -> throw unavailable("不接受本枢纽的请求 it refuses this hub: " + it.why());
    };
  }

  private Portion read(Told.Answered told, PortionQuestion question) {
    ObjectNode content = told.answer().content();
    if (content.path("status").asInt() != 200) {
      throw unavailable("不给 it gives nothing: " + content.at("/json/code").asString(""));
    }
    Portion portion;
    try {
      portion = Portion.read(content.path("json"));
      if (portion.next() >= question.after() && portion.given().stream().allMatch(this::isProven)) {
        return portion;
      }
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw lie(Lie.MALFORMED);
    }
    throw lie(Lie.PROOF_WRONG);
  }

  /** Whether the peer's ledger has an event of this kind where the envelope says it stands. */
  private boolean isProven(Given given) {
    JsonNode event = JSON.readTree(payload(given));
    LedgerEntry entry = LedgerEntry.parse(given.proof().entry());
    return proofs.verify(given.proof()) instanceof ProofResult.Proven
        && event.path("id").asString("").equals(origin(given).toString())
        && event.path("type").asString("").equals(entry.type().wire())
        && event.path("recordversion").asLong() == entry.version();
  }

  private Origin origin(Given given) {
    return new Origin(peer.hub(), given.proof().index());
  }

  private static byte[] payload(Given given) {
    return Base64.getDecoder().decode(JSON.readTree(given.envelope()).path("payload").asString(""));
  }

  private Unavailable lie(Lie lie) {
    neighbours.lied(peer, lie);
    return unavailable(lie.text().zh() + " " + lie.text().en());
  }

  private Unavailable unavailable(String why) {
    return new Unavailable("对等枢纽 hub " + peer.hub(), why);
  }
}
