package licencehub.federation;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import licencehub.federation.message.Lie;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hubs around this one: which of them a question concerns, and what they say. Safe for many
 * threads.
 */
public final class Neighbourhood implements AutoCloseable {
  private static final int REGION_DIGITS = 6;

  private final RegionCode region;
  private final Supplier<List<Peer>> peers;
  private final HolderSight sight;
  private final Correspondence correspondence;
  private final Duration patience;
  private final ExecutorService asking =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("peers-", 0).factory());

  /**
   * @param region of this hub
   * @param peers as they are at present
   * @param patience how long a question may take, however many are asked
   */
  public Neighbourhood(
      RegionCode region,
      Supplier<List<Peer>> peers,
      HolderSight sight,
      Correspondence correspondence,
      Duration patience) {
    this.region = region;
    this.peers = peers;
    this.sight = sight;
    this.correspondence = correspondence;
    this.patience = patience;
  }

  public List<Peer> peers() {
    return peers.get();
  }

  public Optional<Peer> find(String hub) {
    return peers().stream().filter(it -> it.hub().equals(hub)).findFirst();
  }

  /**
   * The peers where a licence may live that is not here: the one with the narrowest region around
   * its issuer's; all where the identifier names no region; none where that is this hub.
   */
  public List<Peer> homesOf(LicenceIdentifier identifier) {
    Optional<RegionCode> issued = regionOf(identifier);
    if (issued.isEmpty()) {
      return peers();
    }
    return isHere(issued.get()) ? List.of() : narrowest(issued.get()).stream().toList();
  }

  /** Whether no hub that is known here stands for the region of the issuer. */
  public boolean isOutside(LicenceIdentifier identifier) {
    return regionOf(identifier).map(it -> !isHere(it) && narrowest(it).isEmpty()).orElse(false);
  }

  /**
   * Whether a peer is believed about a licence: where its issuer's region is another hub's, this
   * one's included, that hub alone is.
   */
  public boolean mayVouch(Peer peer, LicenceIdentifier identifier) {
    Optional<RegionCode> issued = regionOf(identifier);
    if (issued.isEmpty()) {
      return true;
    }
    Optional<Peer> home = narrowest(issued.get());
    return !isHere(issued.get()) && home.map(peer::equals).orElse(true);
  }

  private boolean isHere(RegionCode issued) {
    return region.covers(issued)
        && narrowest(issued).map(it -> it.card().region().digits() <= region.digits()).orElse(true);
  }

  /** The peer with the narrowest region around a place. */
  public Optional<Peer> narrowest(RegionCode issued) {
    return peers().stream()
        .filter(it -> it.card().region().covers(issued))
        .max(Comparator.comparingInt(it -> it.card().region().digits()));
  }

  /** The peers that may have licences of one of these holders. */
  public List<Peer> likely(Collection<HolderCode> holders) {
    return peers().stream().filter(it -> !sight.rulesOut(it, holders)).toList();
  }

  /**
   * Asks peers the same at once and side by side.
   *
   * @return what came of each, in the order they were given
   */
  public Map<Peer, Told> ask(List<Peer> asked, String operation, ObjectNode content) {
    Map<Peer, ObjectNode> questions = new LinkedHashMap<>();
    asked.forEach(it -> questions.put(it, content));
    return ask(operation, questions);
  }

  /** Asks each peer its own question, at once and side by side. */
  public Map<Peer, Told> ask(String operation, Map<Peer, ObjectNode> questions) {
    Map<Peer, CompletableFuture<Told>> answers = new LinkedHashMap<>();
    questions.forEach(
        (peer, question) ->
            answers.put(
                peer, CompletableFuture.supplyAsync(() -> ask(peer, operation, question), asking)));
    Map<Peer, Told> told = new LinkedHashMap<>();
    answers.forEach((peer, answer) -> told.put(peer, answer.join()));
    return told;
  }

  /** Asks one peer; the caller waits. */
  public Told ask(Peer peer, String operation, ObjectNode content) {
    return ask(peer, operation, content, patience);
  }

  /** The same for work nobody stands waiting for: a peer that takes longer is not silent yet. */
  public Told ask(Peer peer, String operation, ObjectNode content, Duration longer) {
    return correspondence.ask(peer, operation, content, longer);
  }

  /** Notes that what a peer said cannot be true. */
  public Told lied(Peer peer, Lie lie) {
    return correspondence.lied(peer, lie);
  }

  public PeerStanding standing(Peer peer) {
    return correspondence.standing(peer.hub());
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }

  /** Where the issuer is registered; in old data the region itself; empty where neither stands. */
  private static Optional<RegionCode> regionOf(LicenceIdentifier identifier) {
    return identifier
        .issuerCode()
        .map(it -> it.region())
        .or(
            () ->
                Stream.of(identifier.issuer())
                    .filter(it -> it.matches("[0-9]{" + REGION_DIGITS + "}"))
                    .map(RegionCode::new)
                    .findFirst());
  }
}
