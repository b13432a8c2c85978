package licencehub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * A bounded pool for work that burns processor time, above all signatures; the caller's own thread
 * takes its share.
 */
public final class Workers implements AutoCloseable {
  private static final int WORTH_SHARING = 8;
  private final int shares;
  private final ExecutorService pool;

  /**
   * @param shares parts a batch is cut into, normally the number of processors
   */
  public Workers(int shares) {
    this.shares = shares;
    ThreadFactory threads = Thread.ofPlatform().name("hub-worker-", 0).daemon().factory();
    this.pool = Executors.newFixedThreadPool(Math.max(1, shares - 1), threads);
  }

  /** Applies {@code work} to every element; the results stand in the order of the elements. */
  <I, O> List<O> map(List<I> list, Function<? super I, ? extends O> work) {
    if (shares == 1 || list.size() < WORTH_SHARING) {
      return apply(list, work);
    }
    int size = (list.size() + shares - 1) / shares;
    List<Future<List<O>>> others = new ArrayList<>();
    for (int from = size; from < list.size(); from += size) {
      List<I> part = list.subList(from, Math.min(list.size(), from + size));
      others.add(pool.submit(() -> apply(part, work)));
    }
    List<O> done = new ArrayList<>(apply(list.subList(0, size), work));
    others.forEach(it -> done.addAll(get(it)));
    return done;
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  private static <I, O> List<O> apply(List<I> list, Function<? super I, ? extends O> work) {
    List<O> done = new ArrayList<>(list.size());
    list.forEach(it -> done.add(work.apply(it)));
    return done;
  }

  private static <O> O get(Future<O> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while working", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }
}
