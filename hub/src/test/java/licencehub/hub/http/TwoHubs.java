package licencehub.hub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.federation.Correspondence;
import licencehub.federation.HubAnswers;
import licencehub.federation.HubCard;
import licencehub.federation.HubOperation;
import licencehub.federation.Level;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.PeerLine;
import licencehub.federation.Respondent;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.Replays;
import licencehub.hub.access.AccessTable;
import licencehub.hub.access.Operation;
import licencehub.hub.access.Role;
import licencehub.hub.federation.LibraryLedger;
import licencehub.hub.federation.PeerIdentity;
import licencehub.hub.federation.PeerLedgers;
import licencehub.hub.federation.PeerLimits;
import licencehub.hub.federation.PeerServer;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.RegionCode;
import tools.jackson.databind.node.ObjectNode;

/** Two whole hubs: one where applicants are, and one where their licences live. */
final class TwoHubs implements AutoCloseable {
  static final String HERE = "gd-440100";
  static final String THERE = "gd-440300";
  private static final Set<String> ALL =
      Stream.concat(
              Stream.of(Operation.values())
                  .filter(it -> AccessTable.roles(it).contains(Role.APPROVER))
                  .map(Operation::id),
              Stream.of(HubOperation.values()).map(HubOperation::wire))
          .collect(Collectors.toSet());

  final RunningEdge here;
  final RunningEdge there;

  /** What becomes of each answer on its way. */
  final AtomicReference<UnaryOperator<PeerLine.Reply>> onTheWay =
      new AtomicReference<>(UnaryOperator.identity());

  /** Whom the other hub's filter rules out. */
  final AtomicReference<Collection<HolderCode>> ruledOut = new AtomicReference<>(List.of());

  /** What the other hub lets this one ask. */
  final AtomicReference<Set<String>> may = new AtomicReference<>(ALL);

  final AtomicInteger asked = new AtomicInteger();
  private final PeerIdentity identityHere;
  private final PeerIdentity identityThere;
  private final PeerServer server;
  private final PeerLine line;
  private final Neighbourhood neighbourhood;

  TwoHubs(Path folder) {
    InstantSource clock = Instant::now;
    this.identityHere = identity(folder, HERE);
    this.identityThere = identity(folder, THERE);
    this.there = RunningEdge.start(folder.resolve("there"), THERE, null);
    Respondent respondent =
        new Respondent(
            THERE,
            new MessageSigner(identityThere.signer(), new SecureRandom()),
            new Replays(Instant.now().minusSeconds(1), 10_000),
            new LibraryLedger(there.library.ledger(), there.edge.proofs()),
            there.edge.peerWork(new NoAnswers()),
            clock);
    this.server =
        PeerServer.start(
            "127.0.0.1",
            0,
            PeerLimits.USUAL,
            identityThere.transport(),
            () -> List.of(new Peer(peer(HERE, "440100", identityHere, 1).card(), may.get())),
            respondent::answer);
    this.line = new HttpsPeerLine(identityHere.transport());
    Peer other = peer(THERE, "440300", identityThere, server.port());
    Correspondence correspondence =
        new Correspondence(
            HERE,
            new MessageSigner(identityHere.signer(), new SecureRandom()),
            new Line(),
            new PeerLedgers(there.library.positions()),
            Duration.ZERO,
            clock);
    this.neighbourhood =
        new Neighbourhood(
            new RegionCode("440100"),
            () -> List.of(other),
            (peer, holders) -> ruledOut.get().containsAll(holders),
            correspondence,
            Duration.ofSeconds(5));
    this.here = RunningEdge.start(folder.resolve("here"), HERE, neighbourhood);
  }

  private final class Line implements PeerLine {
    @Override
    public Reply ask(Peer peer, byte[] message, Duration patience) {
      asked.incrementAndGet();
      return onTheWay.get().apply(line.ask(peer, message, patience));
    }

    @Override
    public void close() {}
  }

  /** Neither filters nor anchors nor cases: these are asked for here by nobody. */
  private static final class NoAnswers implements HubAnswers {
    @Override
    public ObjectNode filter(ObjectNode asked) {
      throw new IllegalStateException("no filter");
    }

    @Override
    public ObjectNode anchors() {
      throw new IllegalStateException("no anchors");
    }

    @Override
    public ObjectNode exchange(String hub, ObjectNode asked) {
      throw new IllegalStateException("no cases");
    }
  }

  /** The other hub, as this one has let it in. */
  Peer other() {
    return neighbourhood.peers().getFirst();
  }

  /** The other hub stops answering. */
  void silence() {
    onTheWay.set(it -> new PeerLine.Reply.Silent("timeout"));
  }

  /** It answers again, may be asked everything, and rules nobody out. */
  void restore() {
    onTheWay.set(UnaryOperator.identity());
    ruledOut.set(List.of());
    may.set(ALL);
    asked.set(0);
  }

  @Override
  public void close() {
    neighbourhood.close();
    line.close();
    server.close();
    here.close();
    there.close();
  }

  private Peer peer(String hub, String region, PeerIdentity identity, int port) {
    return new Peer(
        new HubCard(
            hub,
            Text.of("枢纽" + hub, "Hub " + hub),
            new RegionCode(region),
            Level.CITY,
            URI.create("https://127.0.0.1:" + port),
            identity.transport().certificate(),
            identity.signer().chain(),
            there.services.ledgerKeys()),
        ALL);
  }

  private static PeerIdentity identity(Path folder, String hub) {
    try {
      Path keys = Files.createDirectories(folder.resolve(hub));
      return PeerIdentity.open(keys, Text.of(hub, hub), new SecureRandom(), Instant.now());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
