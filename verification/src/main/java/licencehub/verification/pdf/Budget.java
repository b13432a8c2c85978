package licencehub.verification.pdf;

import java.io.IOException;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import org.jspecify.annotations.Nullable;

/**
 * How much of a PDF's structure is read. PDFBox swallows some exceptions, so a breach is kept and
 * asked for afterwards.
 */
final class Budget {
  /** Bytes of structure read or unpacked, images and fonts not counted. */
  private static final long STRUCTURE = 16L * 1024 * 1024;

  private final Deadline deadline;
  private final int objects;
  private long left = STRUCTURE;
  private @Nullable Refused breach;

  /**
   * @param objects how many objects a PDF may have
   */
  Budget(Deadline deadline, int objects) {
    this.deadline = deadline;
    this.objects = objects;
  }

  int objects() {
    return objects;
  }

  void take(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      refuse(Faults.beyond("PDF结构过大", "the structure of the PDF is too large"));
    }
  }

  /** Notes a breach where the reading cannot be ended at once. */
  void breach(Refused why) {
    breach = breach == null ? why : breach;
  }

  /** Notes a breach and ends the reading. */
  void refuse(Refused why) throws IOException {
    breach(why);
    throw new IOException(why);
  }

  void checkTime() throws IOException {
    try {
      deadline.check();
    } catch (Refused e) {
      refuse(e);
    }
  }

  Deadline deadline() {
    return deadline;
  }

  /** Whether anything went beyond the bounds, seen or swallowed. */
  void settle() throws Refused {
    if (breach != null) {
      throw breach;
    }
  }
}
