package licencehub.federation.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * How far a filter has come, as noted beside it.
 *
 * @param version the filter had this one at least, on disk, when the note was written
 */
record ReachedNote(OutboxPlace place, long version) {
  private static final int LINES = 3;

  /**
   * @throws MalformedValue when it is no note
   */
  static ReachedNote read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    try {
      if (lines.size() == LINES) {
        OutboxPlace place = new OutboxPlace(Long.parseLong(lines.get(0)), lines.get(1));
        return new ReachedNote(place, Long.parseLong(lines.get(2)));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw lost(file);
  }

  void write(Path file) throws IOException {
    DurableFile.replace(
        file, List.of(Long.toString(place.sequence()), place.digest(), Long.toString(version)));
  }

  static MalformedValue lost(Path where) {
    return MalformedValue.of(
        Text.of("持证主体过滤器", "the holder filter"),
        where.toString(),
        Text.of("比记下的少", "has less than was noted of it"),
        "version 12");
  }
}
