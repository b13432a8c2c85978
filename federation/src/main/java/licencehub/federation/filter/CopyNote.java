package licencehub.federation.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import licencehub.model.MalformedValue;

/** What is noted beside the bits of a copy: which they are, and when they were confirmed. */
record CopyNote(String generation, long version, long sum, Instant confirmed) {
  private static final int LINES = 5;

  static CopyNote of(HolderFilter filter, Instant confirmed) {
    String generation = filter.header().key().generation().text();
    return new CopyNote(generation, filter.version(), filter.sum(), confirmed);
  }

  /**
   * @throws MalformedValue when it is not what was noted
   */
  static CopyNote read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    try {
      if (lines.size() == LINES) {
        CopyNote note =
            new CopyNote(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Long.parseUnsignedLong(lines.get(2), 16),
                Instant.ofEpochMilli(Long.parseLong(lines.get(3))));
        if (note.lines().equals(lines)) {
          return note;
        }
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw FilterReceipt.unsound("note", lines.size() + " lines");
  }

  void write(Path file) throws IOException {
    DurableFile.replace(file, lines());
  }

  /** The last one is the CRC-32C of the others. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(generation);
    lines.add(Long.toString(version));
    lines.add(Long.toHexString(sum));
    lines.add(Long.toString(confirmed.toEpochMilli()));
    byte[] all = String.join("\n", lines).getBytes(US_ASCII);
    lines.add(Integer.toHexString(FilterHeader.checksum(all, all.length)));
    return lines;
  }
}
