package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import licencehub.federation.Correspondence;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.federation.anchors.AnchorList;
import licencehub.federation.anchors.AnchorListFile;
import licencehub.federation.message.Lie;
import licencehub.model.MalformedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lists of trust anchors of peers whose files are trusted: fetched again and again, kept as
 * they were signed, and counting until they expire, though their hub be silent.
 */
public final class PeerAnchors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerAnchors.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Supplier<List<Peer>> peers;
  private final Correspondence correspondence;
  private final InstantSource clock;
  private final Map<String, AnchorList> lists = new ConcurrentHashMap<>();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("peer-anchors").factory());

  private PeerAnchors(
      Path folder, Supplier<List<Peer>> peers, Correspondence correspondence, InstantSource clock) {
    this.folder = folder;
    this.peers = peers;
    this.correspondence = correspondence;
    this.clock = clock;
  }

  /**
   * Begins to fetch them.
   *
   * @param folder they are kept in
   * @param every pause between two rounds
   */
  public static PeerAnchors start(
      Path folder,
      Supplier<List<Peer>> peers,
      Correspondence correspondence,
      Duration every,
      InstantSource clock) {
    PeerAnchors anchors = new PeerAnchors(folder, peers, correspondence, clock);
    var unused =
        anchors.background.scheduleWithFixedDelay(
            anchors::refresh, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return anchors;
  }

  /** The list of a peer whose files are trusted, where one counts now. */
  public Optional<AnchorList> find(Peer peer) {
    return peer.trustsFiles()
        ? Optional.ofNullable(lists.get(peer.hub())).filter(it -> it.countsAt(clock.instant()))
        : Optional.empty();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }

  private void refresh() {
    for (Peer peer : peers.get()) {
      if (peer.trustsFiles()) {
        try {
          refresh(peer);
        } catch (IOException | RuntimeException e) {
          LOG.warn("the trust anchors of {} are as they were: {}", peer.hub(), e.toString());
        }
      }
    }
  }

  private void refresh(Peer peer) throws IOException {
    Path kept = folder.resolve(peer.hub() + ".anchors");
    if (!lists.containsKey(peer.hub()) && Files.exists(kept)) {
      AnchorListFile.read(Files.readAllBytes(kept), peer.card(), clock.instant())
          .ifPresent(it -> lists.put(peer.hub(), it));
    }
    byte[] said = ask(peer);
    if (said.length > 0) {
      Optional<AnchorList> list = read(said, peer);
      if (list.isEmpty()) {
        correspondence.lied(peer, Lie.SIGNATURE_WRONG);
        return;
      }
      keep(kept, said);
      lists.put(peer.hub(), list.get());
    }
  }

  private Optional<AnchorList> read(byte[] said, Peer peer) {
    try {
      return AnchorListFile.read(said, peer.card(), clock.instant());
    } catch (MalformedValue e) {
      return Optional.empty();
    }
  }

  /** Nothing where it does not tell. */
  private byte[] ask(Peer peer) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.putObject("caller").put("name", "trust-anchors");
    Told told = correspondence.ask(peer, HubOperation.ANCHORS.wire(), content, PATIENCE);
    return told instanceof Told.Answered it
        ? it.answer().content().at("/json/list").asString("").getBytes(UTF_8)
        : new byte[0];
  }

  /** As a whole or not at all. */
  private void keep(Path place, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    Path draft = place.resolveSibling("." + place.getFileName());
    Files.write(draft, bytes);
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
