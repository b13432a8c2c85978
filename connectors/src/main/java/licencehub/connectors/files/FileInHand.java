package licencehub.connectors.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.files.Drop.Listed;
import licencehub.connectors.intake.Intake;
import licencehub.connectors.nativeform.Lines;
import licencehub.model.submission.Outcome;

/** One file on its way: how far it was read, and what became of its records. */
final class FileInHand {
  /** Files that are not made of lines are read whole, so they must fit into memory. */
  private static final long LARGEST_WHOLE = 64L << 20;

  private static final int BUFFER = 1 << 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "json", "application/json",
          "xml", "application/xml",
          "p7m", "application/pkcs7-mime",
          "cms", "application/pkcs7-mime",
          "der", "application/pkcs7-mime",
          "jws", "application/jose");

  private final Listed file;
  private final ErrorReport report;
  private long offset;
  private long lines;
  private long issued;
  private long settled;
  private boolean exhausted;

  /** Where in which file a record stood: its line, or its number in a file that has no lines. */
  record Place(FileInHand file, long line) {}

  FileInHand(Listed file) {
    this.file = file;
    this.report = new ErrorReport(file.name());
  }

  Listed file() {
    return file;
  }

  /** Reads on until {@code enough} records wait, or to the end. */
  void read(Drop drop, Dialect dialect, Intake<Place> intake, int enough, long maxBytes)
      throws IOException {
    try (InputStream in = new BufferedInputStream(drop.read(file.name(), offset), BUFFER)) {
      if (file.size() > (isLines() ? maxBytes : Math.min(maxBytes, LARGEST_WHOLE))) {
        add(intake, new RawRecord(in.readNBytes(Lines.LONGEST + 1), type(), file.name()), 1);
        exhausted = true;
      } else if (isLines()) {
        readLines(new Lines(in, Lines.LONGEST, lines, offset), dialect, intake, enough);
      } else {
        RawRecord whole =
            new RawRecord(in.readNBytes((int) LARGEST_WHOLE + 1), type(), file.name());
        dialect.split(whole).forEach(it -> add(intake, it, issued + 1));
        exhausted = true;
      }
    }
  }

  private void readLines(Lines in, Dialect dialect, Intake<Place> intake, int enough)
      throws IOException {
    while (!exhausted && intake.waiting() < enough) {
      Lines.Line line = in.next();
      if (line == null) {
        exhausted = true;
      } else {
        String locator = file.name() + "#" + line.number();
        dialect
            .split(new RawRecord(line.bytes(), "application/json", locator))
            .forEach(it -> add(intake, it, line.number()));
      }
      offset = in.read();
      lines = in.number();
      exhausted |= offset >= file.size();
    }
  }

  private void add(Intake<Place> intake, RawRecord record, long line) {
    issued++;
    intake.add(new Place(this, line), record);
  }

  /** Notes what became of one record. */
  void settle(long line, Outcome outcome) {
    settled++;
    if (outcome instanceof Outcome.Quarantined it) {
      report.add(line, it);
    }
  }

  /** Whether the end of the file has been read. */
  boolean isExhausted() {
    return exhausted;
  }

  /** Whether every record of the file has its outcome on disk. */
  boolean isDone() {
    return exhausted && settled == issued;
  }

  /** Whether not one record was taken. */
  boolean isFailed() {
    return settled > 0 && report.count() == settled;
  }

  /** What the department is told, when there is something to tell. */
  Optional<byte[]> report() {
    return report.count() == 0 ? Optional.empty() : Optional.of(report.bytes(settled));
  }

  private boolean isLines() {
    String ending = ending();
    return ending.equals("ndjson") || ending.equals("jsonl");
  }

  private String type() {
    return TYPES.getOrDefault(ending(), "application/octet-stream");
  }

  private String ending() {
    return file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
