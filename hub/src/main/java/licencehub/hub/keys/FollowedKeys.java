package licencehub.hub.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
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
  private volatile @Nullable String trouble;

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
   * @throws Unavailable when it does not answer, or has lost a current key
   */
  public void look() {
    HeldKeys found = source.load();
    for (KeyKind kind : KeyKind.values()) {
      compare(kind, kind.proofs(held), kind.proofs(found));
    }
    if (found.currentData().id() != held.currentData().id()
        || found.currentIndex().id() != held.currentIndex().id()) {
      LOG.info("current from now on: {}, {}", found.currentData(), found.currentIndex());
    }
    held = found;
    trouble = null;
    lookedAt = System.nanoTime();
  }

  /** A number stands for one key for ever, and the current one does not go. */
  private void compare(
      KeyKind kind, SortedMap<Integer, Digest> known, SortedMap<Integer, Digest> found) {
    if (found.lastKey() < known.lastKey()) {
      throw new Unavailable(
          source.origin(),
          "不见了最新的密钥 %1$s %2$d，请放回；枢纽仍在用它 The newest key, %1$s %2$d, is gone: put it back, the hub uses it"
              .formatted(kind.wire(), known.lastKey()));
    }
    found.forEach(
        (number, proof) -> {
          if (!proof.equals(known.getOrDefault(number, proof))) {
            throw new Unavailable(
                source.origin(),
                "密钥 %1$s %2$d 被换成了另一把，请恢复原密钥 Key %1$s %2$d is another one now: restore the one it was"
                    .formatted(kind.wire(), number));
          }
        });
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

  @Override
  public String origin() {
    return source.origin();
  }

  /** All there are. */
  HeldKeys held() {
    return fresh();
  }

  /** Why the keys at hand may not be the newest; null when nothing is wrong. */
  @Nullable String trouble() {
    return trouble;
  }

  KeySource source() {
    return source;
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
      if (!String.valueOf(e.getMessage()).equals(trouble)) {
        LOG.error("the keys at hand go on serving: {}", e.getMessage());
      }
      trouble = e.getMessage();
    } finally {
      looking.set(false);
    }
  }
}
