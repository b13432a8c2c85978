package licencehub.hub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A progress bar on standard error: drawn over itself on a terminal, line by line elsewhere. */
public final class Progress {
  private static final int CELLS = 24;
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(5);

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean terminal;
  private final Instant started;
  private Instant drawn = Instant.MIN;

  public Progress(PrintWriter err, InstantSource clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
    this.started = clock.instant();
  }

  /** Tells how far it is; draws only as often as people can read. */
  public void at(long done, long total) {
    Instant now = clock.instant();
    boolean last = done >= total;
    Duration pause = terminal ? REDRAW : LINE;
    if (!last && !drawn.equals(Instant.MIN) && now.isBefore(drawn.plus(pause))) {
      return;
    }
    drawn = now;
    String line = line(done, total, Duration.between(started, now));
    err.print(terminal ? "\r" + line + (last ? System.lineSeparator() : "") : line + "\n");
    err.flush();
  }

  static String line(long done, long total, Duration spent) {
    double share = total == 0 ? 1 : Math.min(1, (double) done / total);
    int full = (int) Math.round(share * CELLS);
    double rate = done / Math.max(0.001, spent.toMillis() / 1000.0);
    long left = rate > 0 ? Math.round(Math.max(0, total - done) / rate) : 0;
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f%% %d/%d  %.0f 条/秒 per s  剩 %d 秒 s left ",
        "#".repeat(full),
        "-".repeat(CELLS - full),
        share * 100,
        done,
        total,
        rate,
        left);
  }
}
