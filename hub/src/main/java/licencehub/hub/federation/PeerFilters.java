package licencehub.hub.federation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import licencehub.federation.Correspondence;
import licencehub.federation.HolderSight;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.Told;
import licencehub.federation.filter.FilterCopy;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.model.code.HolderCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The filters of all peers, kept up to date. A peer whose filter was not confirmed for longer than
 * may be relied on rules nobody out.
 */
public final class PeerFilters implements HolderSight, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerFilters.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Bytes of one peer's filter: 700 million holders at twelve bits. */
  private static final long LONGEST = 1L << 30;

  private final Path folder;
  private final Supplier<List<Peer>> peers;
  private final Correspondence correspondence;
  private final Duration freshness;
  private final InstantSource clock;
  private final Map<String, FilterCopy> copies = new ConcurrentHashMap<>();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("peer-filters").factory());

  private PeerFilters(
      Path folder,
      Supplier<List<Peer>> peers,
      Correspondence correspondence,
      Duration freshness,
      InstantSource clock) {
    this.folder = folder;
    this.peers = peers;
    this.correspondence = correspondence;
    this.freshness = freshness;
    this.clock = clock;
  }

  /**
   * Begins to fetch them.
   *
   * @param folder of the copies, of this hub alone
   * @param freshness how old a copy may be that rules somebody out
   * @param every pause between two rounds
   */
  public static PeerFilters start(
      Path folder,
      Supplier<List<Peer>> peers,
      Correspondence correspondence,
      Duration freshness,
      Duration every,
      InstantSource clock) {
    PeerFilters filters = new PeerFilters(folder, peers, correspondence, freshness, clock);
    var unused =
        filters.background.scheduleWithFixedDelay(
            filters::refresh, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return filters;
  }

  @Override
  public boolean rulesOut(Peer peer, Collection<HolderCode> holders) {
    FilterCopy copy = copies.get(peer.hub());
    return copy != null
        && copy.confirmed().filter(this::isFresh).isPresent()
        && holders.stream().noneMatch(copy::mayHold);
  }

  /** When the copy of a peer's filter last had every holder; empty where there is none. */
  public Optional<Instant> confirmed(Peer peer) {
    return Optional.ofNullable(copies.get(peer.hub())).flatMap(FilterCopy::confirmed);
  }

  @Override
  public void close() {
    background.shutdownNow();
    try {
      if (!background.awaitTermination(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
        LOG.warn("a filter is still being fetched");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isFresh(Instant confirmed) {
    return !confirmed.plus(freshness).isBefore(clock.instant());
  }

  /** All at once: a peer that does not answer keeps no other one waiting. */
  private void refresh() {
    List<Peer> now = peers.get();
    copies.keySet().removeIf(hub -> now.stream().noneMatch(it -> it.hub().equals(hub)));
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      now.forEach(peer -> each.execute(() -> refresh(peer)));
    }
  }

  private void refresh(Peer peer) {
    try {
      new FilterRefresh(copy(peer), clock).run(question -> ask(peer, question));
    } catch (Unavailable | MalformedValue e) {
      LOG.debug("the filter of {} is as it was: {}", peer.hub(), e.getMessage());
    } catch (RuntimeException e) {
      if (background.isShutdown()) {
        return; // The copy is closed on its way; what was taken of it is on disk.
      }
      LOG.error("the filter of {} cannot be refreshed", peer.hub(), e);
    }
  }

  private FilterCopy copy(Peer peer) {
    return copies.computeIfAbsent(peer.hub(), it -> FilterCopy.open(folder.resolve(it), LONGEST));
  }

  private ObjectNode ask(Peer peer, ObjectNode question) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.putObject("caller").put("name", "holder-filter");
    content.set("body", question);
    Told told = correspondence.ask(peer, HubOperation.FILTER.wire(), content, PATIENCE);
    if (told instanceof Told.Answered it
        && it.answer().content().path("json") instanceof ObjectNode answer) {
      return answer;
    }
    throw new Unavailable(peer.hub(), told.getClass().getSimpleName());
  }
}
