package licencehub.verification.file;

import java.time.Duration;
import java.util.function.LongSupplier;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.verification.envelope.Refused;

/** By when one file must be done. Asked wherever hostile bytes could make the work long. */
public final class Deadline {
  private final LongSupplier nanos;
  private final long end;
  private final Duration patience;

  /**
   * @param nanos a clock that only measures durations, such as {@link System#nanoTime()}
   */
  public Deadline(Duration patience, LongSupplier nanos) {
    this.nanos = nanos;
    this.end = nanos.getAsLong() + patience.toNanos();
    this.patience = patience;
  }

  /** Refuses the file when its time is up. */
  public void check() throws Refused {
    if (nanos.getAsLong() - end > 0) {
      throw new Refused(
          Reason.FILE_UNFINISHED,
          Text.of("超过" + patience.toSeconds() + "秒", "more than " + patience.toSeconds() + " s"));
    }
  }
}
