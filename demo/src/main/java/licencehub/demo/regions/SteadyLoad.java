package licencehub.demo.regions;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import licencehub.model.Unavailable;

/** Departments that go on filing cases while everything else happens. */
final class SteadyLoad implements AutoCloseable {
  /** Numbers nobody else tells of. */
  private static final long FIRST = 2_000_000;

  private static final long PAUSE_MILLIS = 300;

  private final List<RegionHub> hubs;
  private final AtomicLong next = new AtomicLong(FIRST);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("steady-load").factory());

  private SteadyLoad(List<RegionHub> hubs) {
    this.hubs = hubs;
  }

  /** Begins, at all hubs but the one that is frozen and killed. */
  static SteadyLoad on(RegionHubs regions) {
    List<RegionHub> hubs =
        regions.all().stream().filter(it -> !it.equals(regions.at("990300"))).toList();
    SteadyLoad load = new SteadyLoad(hubs);
    var unused =
        load.timer.scheduleWithFixedDelay(
            load::file, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return load;
  }

  /** How many cases were filed. */
  long filed() {
    return next.get() - FIRST;
  }

  private void file() {
    long number = next.get();
    try {
      hubs.get((int) (number % hubs.size())).load(LongStream.of(number));
      next.incrementAndGet();
    } catch (Unavailable e) {
      // A hub that is being started again: its department comes back with the same case.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
