package licencehub.library.elasticsearch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import licencehub.library.Indexing;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the index. It keeps the index that answers close to the repository,
 * and in between makes a new one where one is wanted: asked for, begun before, of another form, or
 * with another key.
 */
final class ElasticIndexing implements Indexing, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ElasticIndexing.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Generations generations;
  private final Library library;
  private final KeyRing keys;
  private final IndexBoard board;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean wanted;
  private volatile boolean doubted;
  private @Nullable Follower live;
  private @Nullable Follower next;
  private Duration pause = FIRST_PAUSE;

  ElasticIndexing(Generations generations, Library library, KeyRing keys) {
    this.generations = generations;
    this.library = library;
    this.keys = keys;
    this.board = new IndexBoard(library.outbox());
    this.thread = Thread.ofPlatform().name("search-index").daemon().unstarted(this::run);
  }

  /** Begins to follow. */
  static ElasticIndexing start(Generations generations, Library library, KeyRing keys) {
    ElasticIndexing indexing = new ElasticIndexing(generations, library, keys);
    indexing.thread.start();
    return indexing;
  }

  @Override
  public State state() {
    return board.state();
  }

  @Override
  public void rebuild() {
    wanted = true;
  }

  /**
   * What the index answers that knows everything filed before the question. An index that gave way
   * to a newer one meanwhile is not missed: the newer is asked.
   *
   * @throws Unavailable when the index is too far behind, in trouble, or does not answer
   */
  <T> T answer(Function<Generation, T> question, Duration patience) {
    long head = library.outbox().head();
    Generation asked = board.upTo(head, patience);
    while (true) {
      try {
        return question.apply(asked);
      } catch (Unavailable e) {
        Generation newest = board.upTo(head, patience);
        if (newest.equals(asked)) {
          doubted = true;
          throw e;
        }
        asked = newest;
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (closed.getCount() > 0) {
      try {
        if (!step()) {
          library.outbox().await(live == null ? -1 : live.position(), IDLE);
        }
        pause = FIRST_PAUSE;
      } catch (Unavailable e) {
        LOG.warn("the search index does not go on: {}", e.getMessage());
        falter(e);
      } catch (RuntimeException e) {
        LOG.error("the search index does not go on", e);
        falter(e);
      }
    }
  }

  /** Does a little; false when there is nothing to do. */
  private boolean step() {
    if (doubted) {
      doubted = false;
      become(null);
    }
    Follower answering = live == null ? open() : live;
    if (answering != null && answering.isBehind()) {
      answering.follow();
    }
    int key = keys.currentIndex().id();
    if (next == null && (wanted || answering == null || answering.generation().key() != key)) {
      next = new Follower(library, keys, generations.next(key));
    }
    if (next != null) {
      build(next);
    }
    board.show(live, next);
    return next != null || (live != null && live.isBehind());
  }

  private @Nullable Follower open() {
    wanted |= generations.isOneBegun();
    generations.live().ifPresent(it -> become(new Follower(library, keys, it)));
    return live;
  }

  private void build(Follower building) {
    if (building.isBehind()) {
      building.prepare();
    } else {
      building.finish();
      generations.switchTo(building.generation());
      wanted = false;
      become(building);
      board.show(live, next);
      generations.removeAllBut(building.generation());
    }
  }

  /** With null the servers are asked anew what they have: it may differ from what was heard. */
  private void become(@Nullable Follower follower) {
    live = follower;
    next = null;
  }

  private void falter(RuntimeException e) {
    become(null);
    board.show(String.valueOf(e.getMessage()));
    try {
      if (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }
}
