package licencehub.hub.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key ring that follows its source: asked from time to time while the ring is in use, beside
 * whoever uses it. When the source does not answer, the keys at hand go on serving.
 */
public final class FollowedKeys implements KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedKeys.class);

  private final KeySource source;
  private final Duration every;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile HeldKeys held;
  private volatile long lookedAt;

  /**
   * @param every how old what is at hand may be before the source is asked again
   * @throws Unavailable when the source does not answer the first time
   */
  public FollowedKeys(KeySource source, Duration every) {
    this.source = source;
    this.every = every;
    this.held = source.load();
    this.lookedAt = System.nanoTime();
  }

  /**
   * Asks the source now.
   *
   * @throws Unavailable when it does not answer
   */
  public void look() {
    HeldKeys found = source.load();
    if (found.currentData().id() != held.currentData().id()
        || found.currentIndex().id() != held.currentIndex().id()) {
      LOG.info("current from now on: {}, {}", found.currentData(), found.currentIndex());
    }
    held = found;
    lookedAt = System.nanoTime();
  }

  @Override
  public DataKey currentData() {
    return fresh().currentData();
  }

  @Override
  public Optional<DataKey> findData(int id) {
    return fresh().findData(id);
  }

  @Override
  public IndexKey currentIndex() {
    return fresh().currentIndex();
  }

  @Override
  public Optional<IndexKey> findIndex(int id) {
    return fresh().findIndex(id);
  }

  private HeldKeys fresh() {
    boolean due = System.nanoTime() - lookedAt > every.toNanos();
    if (due && looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("key-ring").start(this::lookBeside);
    }
    return held;
  }

  private void lookBeside() {
    try {
      look();
    } catch (Unavailable e) {
      lookedAt = System.nanoTime();
      LOG.error("the keys at hand go on serving: {}", e.getMessage());
    } finally {
      looking.set(false);
    }
  }
}
