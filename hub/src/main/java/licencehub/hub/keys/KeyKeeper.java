package licencehub.hub.keys;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.library.KeyRotation;
import licencehub.library.KeyRotation.Progress;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps everything stored under the current keys: whenever something is under others, or in the
 * clear, it is brought over beside all other work, a little at a time. Needs no start and no end: a
 * hub that was stopped or killed goes on where it was.
 */
public final class KeyKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);
  private static final int ROWS = 200;

  /** Of every so many parts of the writer's time, rotation takes one at most. */
  private static final int PARTS = 4;

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration TROUBLED = Duration.ofSeconds(5);
  private static final Duration TELL = Duration.ofSeconds(10);

  private final FollowedKeys ring;
  private final KeyRotation rotation;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private boolean working;
  private long told;
  private volatile @Nullable String trouble;
  private volatile Progress latest;

  private KeyKeeper(FollowedKeys ring, KeyRotation rotation) {
    this.ring = ring;
    this.rotation = rotation;
    this.latest = rotation.progress();
    this.thread = Thread.ofPlatform().name("key-rotation").daemon().unstarted(this::run);
  }

  /** Begins at once with whatever is left to do. */
  public static KeyKeeper start(FollowedKeys ring, KeyRotation rotation) {
    KeyKeeper keeper = new KeyKeeper(ring, rotation);
    keeper.thread.start();
    return keeper;
  }

  public KeyState state() {
    return new KeyState(
        ring.origin(), ring.source().isOwn(), ring.held(), rotation.progress(), trouble());
  }

  /** What is wrong with the keys, or holds rotation up; null when nothing is. */
  public @Nullable String trouble() {
    String own = trouble;
    return own == null ? ring.trouble() : own;
  }

  /** What was left after the last step; asks nobody. */
  public Progress latest() {
    return latest;
  }

  /**
   * Makes new keys, or asks the key service for those made there; from now on they count.
   *
   * @throws Unavailable when they cannot be had
   */
  public KeyState rotate(Set<KeyKind> kinds) {
    ring.source().renew(kinds);
    ring.look();
    wake.release();
    return state();
  }

  /**
   * Takes a key off the ring.
   *
   * @return false when there is no such key, something is under it, or keys are not made here
   */
  public boolean retire(KeyKind kind, int number) {
    KeyState now = state();
    if (!now.own()
        || !kind.numbers(now.held()).contains(number)
        || now.inUse(kind).contains(number)) {
      return false;
    }
    ring.source().retire(kind, number);
    ring.look();
    return true;
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = Duration.ZERO;
    while (isOpenAfter(pause)) {
      try {
        pause = once();
      } catch (RuntimeException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(trouble)) {
          LOG.error("rotation of keys is held up: {}", why);
        }
        trouble = e instanceof Unavailable ? why : e.getClass().getSimpleName();
        pause = TROUBLED;
      }
    }
  }

  /** Waits so long, or until it is woken. */
  private boolean isOpenAfter(Duration pause) {
    try {
      if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        wake.drainPermits();
      }
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Does a little if anything is left to do, and tells how long to leave the writer to others. */
  private Duration once() {
    Progress before = rotation.progress();
    latest = before;
    if (before.isDone()) {
      trouble = null;
      return IDLE;
    }
    tell(before);
    long begun = System.nanoTime();
    Progress after = rotation.step(ROWS);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    latest = after;
    trouble = null;
    if (after.isDone()) {
      working = false;
      LOG.info("all is under {} and {}", ring.currentData(), ring.currentIndex());
    }
    return after.moved() > 0 ? took.multipliedBy(PARTS - 1) : TROUBLED;
  }

  private void tell(Progress left) {
    long now = System.nanoTime();
    if (!working || now - told > TELL.toNanos()) {
      working = true;
      told = now;
      LOG.info(
          "to be brought under {} and {}: {} rows under keys {} (0 is the clear), {} events to"
              + " index, {} that do not open",
          ring.currentData(),
          ring.currentIndex(),
          left.rows(),
          left.keys(),
          left.toIndex(),
          left.stuck());
    }
  }
}
