package licencehub.connectors.files;

import static java.util.stream.Collectors.toSet;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import licencehub.connectors.files.Drop.Listed;
import licencehub.connectors.files.FileReading.Rule;

/** Tells which files may be read: plainly named, matching the pattern, complete. */
final class Completeness {
  static final String MARKER = ".ok";
  static final Comparator<Listed> OLDEST_FIRST =
      Comparator.comparingLong(Listed::modified).thenComparing(Listed::name);
  private static final int LONGEST_NAME = 200;
  private static final List<String> UNFINISHED = List.of(MARKER, ".part", ".tmp", ".filepart");

  private final FileReading reading;
  private final LongSupplier nanos;
  private final PathMatcher pattern;
  private Map<Listed, Long> seen = Map.of();

  Completeness(FileReading reading, LongSupplier nanos) {
    this.reading = reading;
    this.nanos = nanos;
    this.pattern = FileSystems.getDefault().getPathMatcher("glob:" + reading.pattern());
  }

  /** The complete ones of a whole listing, oldest first. */
  List<Listed> complete(List<Listed> listing) {
    Set<String> names = listing.stream().map(Listed::name).collect(toSet());
    Map<Listed, Long> now = new HashMap<>();
    listing.forEach(it -> now.put(it, seen.getOrDefault(it, nanos.getAsLong())));
    seen = now;
    return listing.stream()
        .filter(this::isWanted)
        .filter(it -> isComplete(it, names))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** Whether name and pattern fit, complete or not. */
  boolean isWanted(Listed file) {
    String name = file.name();
    return isPlain(name)
        && UNFINISHED.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)
        && pattern.matches(Path.of(name));
  }

  /** Whether a name is one name: no path, nothing hidden, no control characters. */
  static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '.'
        && name.chars().noneMatch(it -> it == '/' || it == '\\' || Character.isISOControl(it));
  }

  private boolean isComplete(Listed file, Set<String> names) {
    return switch (reading.complete()) {
      case RENAME -> true;
      case MARKER -> names.contains(file.name() + MARKER);
      case QUIET -> nanos.getAsLong() - since(file) >= reading.quiet().toNanos();
    };
  }

  private long since(Listed file) {
    return seen.getOrDefault(file, nanos.getAsLong());
  }

  /** Whether files come with a marker that goes where they go. */
  boolean hasMarkers() {
    return reading.complete() == Rule.MARKER;
  }
}
