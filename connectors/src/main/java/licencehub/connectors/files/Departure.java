package licencehub.connectors.files;

import java.io.IOException;
import java.util.Optional;

/**
 * Moves a settled file out of the way: into {@code done}, or {@code failed} if nothing of it was
 * taken.
 */
final class Departure {
  private static final int SAME_NAMES = 1000;
  private static final String REPORT = ".errors.json";

  private final Drop drop;
  private final boolean markers;

  Departure(Drop drop, boolean markers) {
    this.drop = drop;
    this.markers = markers;
  }

  /** The report is there before the file, so that whoever sees the file can read why. */
  void leave(FileInHand file) throws IOException {
    String name = file.file().name();
    String to = free((file.isFailed() ? "failed/" : "done/") + name);
    Optional<byte[]> report = file.report();
    if (report.isPresent()) {
      drop.write(to + REPORT, report.get());
    }
    drop.move(name, to);
    if (markers && drop.look(name + Completeness.MARKER).isPresent()) {
      drop.move(name + Completeness.MARKER, free(to + Completeness.MARKER));
    }
  }

  private String free(String path) throws IOException {
    String free = path;
    for (int i = 1; drop.look(free).isPresent(); i++) {
      if (i > SAME_NAMES) {
        throw new IOException(path + ": 同名文件过多，请清理 too many files of this name, clear them away");
      }
      free = path + "." + i;
    }
    return free;
  }
}
