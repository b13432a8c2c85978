package licencehub.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import licencehub.demo.world.Body;
import licencehub.demo.world.Story;
import licencehub.hub.access.Role;
import licencehub.model.Unavailable;

/** Plays at a visible rate until it is interrupted; a hub that dies is started again. */
final class LiveDemo {
  private static final int FIRST_CASES = 30;
  private static final int SAY_EVERY = 10;
  private static final long LOOK = 200;
  private static final Duration ARRIVAL = Duration.ofSeconds(20);

  private final Play play;
  private final PrintWriter out;
  private final InstantSource clock;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  LiveDemo(Play play, PrintWriter out, InstantSource clock) {
    this.play = play;
    this.out = out;
    this.clock = clock;
  }

  int run(double perSecond) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-demo"));
    try {
      departments();
      var unused = watch.scheduleWithFixedDelay(this::revive, LOOK, LOOK, TimeUnit.MILLISECONDS);
      List<Story> stories = LongStream.range(0, FIRST_CASES).mapToObj(play.troupe()::tell).toList();
      new Examples(play.stage(), play.client().token(Role.APPROVER), out).print(arrived(stories));
      perform(FIRST_CASES, perSecond);
      return 0;
    } finally {
      watch.shutdownNow();
      watch.close();
      play.close();
      out.println("演示已结束 The demo has ended.");
      out.flush();
      stopped.countDown();
    }
  }

  /** A case with a licence that the hub has by now, for what is shown must be there to be seen. */
  private Story arrived(List<Story> stories) {
    List<Story> whole = stories.stream().filter(Story::hasLicence).toList();
    long deadline = System.nanoTime() + ARRIVAL.toNanos();
    try {
      do {
        Optional<Story> there = whole.stream().filter(play.client()::knows).findFirst();
        if (there.isPresent()) {
          return there.get();
        }
      } while (System.nanoTime() < deadline && !stop.await(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return whole.isEmpty() ? stories.getFirst() : whole.getFirst();
  }

  /** Beside the telling, which may be waiting for the very hub that is gone. */
  private void revive() {
    try {
      if (stop.getCount() > 0 && play.restartIfDead()) {
        out.println(clock.instant() + " 枢纽被终止，已重新启动 the hub was killed and is running again");
      }
    } catch (Unavailable e) {
      out.println(
          clock.instant() + " 枢纽没有起来，再试 the hub did not start, trying again: " + e.getMessage());
    }
    out.flush();
  }

  private void perform(long from, double perSecond) {
    long n = from;
    try {
      while (!stop.await((long) (1_000_000 / perSecond), TimeUnit.MICROSECONDS)) {
        play.troupe().tell(n++);
        if (n % SAY_EVERY == 0) {
          out.printf("%s 已报送 %d 件 cases sent%n", clock.instant(), n);
          out.flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void departments() {
    out.println("枢纽 hub  " + play.stage().hubUrl() + "   接口说明 API  /docs/api");
    for (Body body : play.stage().bodies()) {
      out.printf("  %-24s %-18s → %s%n", body.source(), body.way(), body.organisation().name());
    }
    out.flush();
  }

  /** Called on Ctrl-C: lets the case in hand go out, then waits until everything is closed. */
  private void stop() {
    stop.countDown();
    try {
      if (!stopped.await(40, TimeUnit.SECONDS)) {
        out.println("演示未能在40秒内结束 The demo did not end within 40 s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
