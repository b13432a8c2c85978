package licencehub.bench;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.demo.regions.RegionHub;
import licencehub.federation.Correspondence;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.federation.message.MessageSigner;
import licencehub.hub.federation.PeerIdentity;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one question between two hubs costs by itself: asked by the bench in one hub's name, with
 * its keys, over a connection of the same kind, for the operation that does nothing.
 */
final class RoundTrip implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpsPeerLine line;
  private final Correspondence correspondence;
  private final Peer asked;
  private final ObjectNode question;

  RoundTrip(RegionHub here, Peer asked) {
    InstantSource clock = InstantSource.system();
    PeerIdentity identity =
        PeerIdentity.open(
            here.stage.data().resolve("keys"),
            here.stage.home().name(),
            new SecureRandom(),
            clock.instant());
    this.asked = asked;
    this.line = new HttpsPeerLine(identity.transport());
    this.correspondence =
        new Correspondence(
            here.place.id(),
            new MessageSigner(identity.signer(), new SecureRandom()),
            line,
            new SeenHere(),
            PATIENCE,
            clock);
    this.question = JsonMapper.shared().createObjectNode();
    question.putObject("caller").put("name", "bench");
  }

  /** What a hub has seen of other ledgers, for as long as the bench runs. */
  private static final class SeenHere implements Witness.Memory {
    private final Map<String, Seen> newest = new ConcurrentHashMap<>();

    @Override
    public Optional<Seen> find(String origin) {
      return Optional.ofNullable(newest.get(origin));
    }

    @Override
    public void keep(String origin, Seen seen) {
      newest.put(origin, seen);
    }
  }

  /** Asks once, and is answered. */
  void ask() {
    Told told = correspondence.ask(asked, HubOperation.CHECKPOINT.wire(), question, PATIENCE);
    if (!(told instanceof Told.Answered)) {
      throw new IllegalStateException(told.toString());
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
