package licencehub.connectors.tables;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads dates and times in the many ways departments write them.
 *
 * @param zone where a time without offset is meant
 * @param patterns {@link DateTimeFormatter} patterns, tried in order; one with a date alone means
 *     the start of the day
 */
record Times(ZoneId zone, List<String> patterns) {
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();
  private static final int LONGEST = 40;
  private static final int LAST_YEAR = 9999;

  Times {
    patterns = List.copyOf(patterns);
    patterns.forEach(Times::formatter);
  }

  /** The formatter of a pattern. */
  static DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(
        pattern,
        it -> DateTimeFormatter.ofPattern(it, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
  }

  /** The time {@code text} says, to the millisecond, or nothing where no pattern fits. */
  Optional<OffsetDateTime> read(String text, List<String> first) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return read(first, text).or(() -> read(patterns, text)).filter(Times::plausible);
  }

  /** Seconds always, milliseconds where there are any, and the offset. */
  static String written(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private Optional<OffsetDateTime> read(List<String> some, String text) {
    return some.stream().flatMap(it -> parsed(it, text).stream()).findFirst();
  }

  private Optional<OffsetDateTime> parsed(String pattern, String text) {
    ParsePosition end = new ParsePosition(0);
    if (formatter(pattern).parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor found =
          formatter(pattern)
              .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(complete(found).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private OffsetDateTime complete(TemporalAccessor found) {
    return switch (found) {
      case OffsetDateTime it -> it;
      case LocalDateTime it -> ZonedDateTime.of(it, zone).toOffsetDateTime();
      case LocalDate it -> it.atStartOfDay(zone).toOffsetDateTime();
      default -> throw new IllegalStateException("parseBest gives one of the three asked for");
    };
  }

  private static boolean plausible(OffsetDateTime time) {
    return time.getYear() > 0 && time.getYear() <= LAST_YEAR;
  }
}
