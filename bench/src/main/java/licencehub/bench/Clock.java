package licencehub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs work on several threads and tells how long all of it took. */
final class Clock {
  private Clock() {}

  /**
   * @param count pieces of work, numbered from 0
   * @return seconds from the first start to the last end
   */
  static double seconds(int threads, int count, IntConsumer work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> share =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
          }
          return null;
        };
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> shares = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        shares.add(pool.submit(share));
      }
      for (Future<Void> it : shares) {
        it.get();
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
