package licencehub.bench;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import licencehub.demo.regions.RegionHub;
import licencehub.federation.HubCard;
import licencehub.federation.HubOperation;
import licencehub.federation.Level;
import licencehub.federation.Peer;
import licencehub.federation.PeerWork;
import licencehub.federation.Respondent;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.federation.message.PeerRequest;
import licencehub.federation.message.Replays;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.FilterAnswers;
import licencehub.hub.federation.HolderFollower;
import licencehub.hub.federation.PeerIdentity;
import licencehub.hub.federation.PeerLimits;
import licencehub.hub.federation.PeerServer;
import licencehub.library.Library;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hubs with nothing behind them but a filter of a thousand cases' holders, which all of them have:
 * each with keys, a card and a port of its own, all played by the bench. They count what they are
 * asked besides their filters.
 */
final class Strangers implements AutoCloseable {
  private static final int NUMBERS = 100_000;
  private static final int GROUP = 1_000;

  /** Cases far from those of anybody else in the run. */
  private static final long FAR = 900;

  private final AtomicInteger asked = new AtomicInteger();
  private final List<PeerServer> servers = new ArrayList<>();
  private final Library library;
  private final HolderFollower holders;
  private final FilterAnswers filter;
  private final RegionHub at;
  private final Path away;

  private Strangers(RegionHub at, Path folder) throws IOException, InterruptedException {
    this.at = at;
    this.away = Files.createDirectories(folder.resolve("away"));
    Path own = Files.createDirectories(folder.resolve("strangers"));
    this.library = Libraries.in(own).embedded(own.resolve("library"));
    try (Filings filings = Filings.start(GROUP, FAR)) {
      library.journal().file(filings.next()).join();
    }
    this.holders =
        HolderFollower.start(library.outbox(), own.resolve("filter"), InstantSource.system());
    this.filter = new FilterAnswers(holders);
  }

  /** Lets so many in at a hub. */
  static Strangers letIn(RegionHub at, Peer asPeer, int count, Path folder) throws Exception {
    Strangers strangers = new Strangers(at, folder);
    for (int i = 1; i <= count; i++) {
      strangers.add(i, asPeer, Files.createDirectories(folder.resolve("strangers/" + i)));
    }
    return strangers;
  }

  /** How many questions they got that were not about filters. */
  int asked() {
    return asked.get();
  }

  /** Takes every peer out of the hub's configuration. */
  void leave() throws IOException {
    move(at.stage.config().resolve("peers"), away);
  }

  /** Puts every peer back. */
  void comeBack() throws IOException {
    move(away, at.stage.config().resolve("peers"));
  }

  private static void move(Path from, Path to) throws IOException {
    try (var files = Files.newDirectoryStream(from, "*.yaml")) {
      for (Path each : files) {
        Files.move(each, to.resolve(each.getFileName()), ATOMIC_MOVE);
      }
    }
  }

  private void add(int number, Peer asker, Path keys) {
    InstantSource clock = InstantSource.system();
    String hub = "stranger-" + number;
    PeerIdentity identity =
        PeerIdentity.open(keys, Text.of(hub, hub), new SecureRandom(), clock.instant());
    Respondent respondent =
        new Respondent(
            hub,
            new MessageSigner(identity.signer(), new SecureRandom()),
            new Replays(clock.instant(), NUMBERS),
            known -> LedgerWord.NONE,
            (PeerWork) this::answer,
            clock);
    List<Peer> peers = List.of(asker);
    PeerServer server =
        PeerServer.start(
            "127.0.0.1",
            0,
            PeerLimits.USUAL,
            identity.transport(),
            () -> peers,
            respondent::answer);
    servers.add(server);
    var faults =
        new PeerFolder(at.stage.config())
            .put(new Peer(card(hub, number, identity, server.port(), asker), Set.of("filter")));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(faults.toString());
    }
  }

  private static HubCard card(
      String hub, int number, PeerIdentity identity, int port, Peer somebody) {
    return new HubCard(
        hub,
        Text.of(hub, hub),
        new RegionCode(String.format(Locale.ROOT, "98%02d00", number)),
        Level.CITY,
        URI.create("https://127.0.0.1:" + port),
        identity.transport().certificate(),
        identity.signer().chain(),
        // Never shown: they have no ledger.
        somebody.card().ledgerKeys());
  }

  private ObjectNode answer(Peer peer, PeerRequest request) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("status", 200);
    if (request.operation().equals(HubOperation.FILTER.wire())) {
      content.set("json", filter.answer((ObjectNode) request.content().path("body")));
    } else {
      asked.incrementAndGet();
      content.putObject("json").put("answer", "absent").putArray("licences");
    }
    return content;
  }

  @Override
  public void close() {
    servers.forEach(PeerServer::close);
    holders.close();
    library.close();
  }
}
