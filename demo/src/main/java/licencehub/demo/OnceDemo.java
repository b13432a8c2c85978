package licencehub.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import licencehub.demo.players.Reconciliation;
import licencehub.hub.cli.Progress;

/** Loads a number of cases, reconciles both sides, prints the table. */
final class OnceDemo {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Play play;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final InstantSource clock;

  /**
   * @param terminal whether {@code err} can be drawn over
   */
  OnceDemo(Play play, PrintWriter out, PrintWriter err, boolean terminal, InstantSource clock) {
    this.play = play;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** 0 when every source agrees, 1 otherwise. */
  int run(long cases) {
    Instant began = clock.instant();
    Progress progress = new Progress(err, clock, terminal);
    try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
      Future<?> drawing =
          watch.scheduleWithFixedDelay(
              () -> progress.at(Math.min(play.troupe().cases(), cases - 1), cases),
              300,
              300,
              TimeUnit.MILLISECONDS);
      play.troupe().tellAll(cases, () -> true);
      drawing.cancel(false);
    }
    progress.at(cases, cases);
    Reconciliation books = play.reconcile(PATIENCE);
    Duration took = Duration.between(began, clock.instant());
    out.print(books.table());
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    out.printf(
        "%d 件 cases, %d 条 records, %.1f 秒 s, %.0f 条/秒 records per second%n",
        cases, books.became(), seconds, books.became() / seconds);
    out.println(
        books.agrees()
            ? "两边账目一致 Both sides' books agree."
            : "账目不一致 The books differ: see ✗ above; the senders' ledgers are in "
                + play.stage().outside().resolve("ledgers"));
    samples(cases);
    return books.agrees() ? 0 : 1;
  }

  /** Something to try {@code verify} on. */
  private void samples(long cases) {
    Path receipts = new Keepsakes(play.stage(), play.client()).leave();
    new SampleFiles(play, clock.instant()).leave(cases);
    out.println("回执样例 sample receipts: " + receipts + " → ./licencehub verify " + receipts + "/*");
    Path folder = play.stage().folder();
    out.println(
        "证照文件与加注件样例 sample licence files and use copies: ./licencehub verify "
            + folder.resolve("licences")
            + "/* "
            + folder.resolve("uses")
            + "/*");
    Path evidence = new SampleEvidence(play.stage(), play.client()).leave();
    out.println("证据包样例 sample evidence bundle: ./licencehub verify " + evidence + "/*");
    out.flush();
  }
}
