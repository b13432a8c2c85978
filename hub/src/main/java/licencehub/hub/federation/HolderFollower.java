package licencehub.hub.federation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.federation.filter.FilterAnswer;
import licencehub.federation.filter.FilterKeeper;
import licencehub.federation.filter.FilterKey;
import licencehub.federation.filter.FilterQuestion;
import licencehub.federation.filter.HolderFilter;
import licencehub.federation.filter.KeptFilter;
import licencehub.hub.access.SecretFile;
import licencehub.hub.federation.FilterState.Trouble;
import licencehub.library.Outbox;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the filter of this hub's holders up to its change stream. Every hub keeps one of its own,
 * also where several share a library: it needs no lease, and is lost with nothing but time.
 */
public final class HolderFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HolderFollower.class);

  /** How long it waits for news before it looks whether it is to end. */
  private static final Duration NEWS = Duration.ofMillis(250);

  /** Between two looks, so that each group of filings does not cost writes of its own. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Outbox outbox;
  private final OutboxHolders holders;
  private final FilterKeeper keeper;
  private final InstantSource clock;
  private final Semaphore closing = new Semaphore(0);
  private final Thread thread;
  private volatile @Nullable Trouble trouble;
  private boolean recognised;

  /** By the machine's own time: a clock that is set must not make the filter younger. */
  private volatile @Nullable Long current;

  private HolderFollower(Outbox outbox, FilterKeeper keeper, InstantSource clock) {
    this.outbox = outbox;
    this.holders = new OutboxHolders(outbox);
    this.keeper = keeper;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("holder-filter").daemon().unstarted(this::run);
  }

  /**
   * Goes on where it was.
   *
   * @param folder of the filter, of this hub alone
   * @throws Unavailable when the folder cannot be read or written
   */
  public static HolderFollower start(Outbox outbox, Path folder, InstantSource clock) {
    try {
      FilterKeeper keeper =
          FilterKeeper.open(folder, () -> new FilterKey(SecretFile.random(FilterKey.BYTES)));
      HolderFollower follower = new HolderFollower(outbox, keeper, clock);
      follower.thread.start();
      return follower;
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "读写不了 cannot be read or written", e);
    }
  }

  /** What is told to peers; nothing before the whole stream has been looked through once. */
  public FilterAnswer answer(FilterQuestion question) {
    return current == null ? new FilterAnswer.NoneYet() : keeper.answer(question);
  }

  /** How long ago everything filed was in the filter; empty before it first was. */
  public Optional<Duration> age() {
    Long at = current;
    return at == null ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - at));
  }

  /** The filter that answers, once there is one. */
  public Optional<HolderFilter> filter() {
    return keeper.live().map(KeptFilter::filter);
  }

  public FilterState state() {
    return new FilterState(keeper.live().isPresent(), position(), outbox.head(), trouble);
  }

  /** Stops soon and keeps what there is. */
  @Override
  public void close() {
    closing.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      boolean more = true;
      while (!closing.tryAcquire(more ? 0 : PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
        more = step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      keeper.close();
    }
  }

  /** Whether there is more to do at once. */
  private boolean step() {
    try {
      boolean more = round();
      trouble = null;
      if (!more) {
        var unused = outbox.await(position(), NEWS);
      }
      return more;
    } catch (Unavailable e) {
      troubled(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("the filter of holders stops at {}", position(), e);
      troubled(e.getClass().getSimpleName() + " at " + (position() + 1));
    }
    return false;
  }

  private boolean round() {
    long began = System.nanoTime();
    long head = outbox.head();
    recognise(head);
    for (KeptFilter it : keeper.fed()) {
      holders.feed(it, head);
    }
    keeper.grow(head);
    if (keeper.live().filter(it -> it.reached().sequence() >= head).isPresent()) {
      current = began;
    }
    return keeper.fed().stream().anyMatch(it -> it.reached().sequence() < head);
  }

  /** What was filled from another library, or from this one before it was restored, is dropped. */
  private void recognise(long head) {
    boolean known =
        keeper.fed().stream()
            .map(KeptFilter::reached)
            .allMatch(it -> it.sequence() <= head && (recognised || holders.knows(it)));
    if (!known) {
      LOG.warn("the filter of holders is not of this library as it is now; it is made anew");
      current = null;
      keeper.forget();
    }
    recognised = true;
  }

  private long position() {
    return keeper.fed().stream().findFirst().map(it -> it.reached().sequence()).orElse(-1L);
  }

  private void troubled(String cause) {
    Trouble before = trouble;
    if (before == null) {
      LOG.warn("the filter of holders waits: {}", cause);
    }
    trouble = new Trouble(cause, before == null ? clock.instant() : before.since());
  }
}
