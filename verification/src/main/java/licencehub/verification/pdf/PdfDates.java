package licencehub.verification.pdf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as PDF writes them (ISO 32000-1 section 7.9.4): D:20261120200000+08'00'. */
final class PdfDates {
  private static final Pattern DATE =
      Pattern.compile(
          "D:(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:Z.*|([+-])(\\d\\d)'?(\\d\\d)?'?)?");

  private PdfDates() {}

  /** Empty for anything less exact than a second; without a zone, it is taken as UTC. */
  static Optional<Instant> parse(@Nullable String text) {
    Matcher it = DATE.matcher(text == null ? "" : text.strip());
    if (!it.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(it.group(1)),
              number(it.group(2)),
              number(it.group(3)),
              number(it.group(4)),
              number(it.group(5)),
              number(it.group(6)));
      int sign = "-".equals(it.group(7)) ? -1 : 1;
      return Optional.of(
          local.toInstant(
              ZoneOffset.ofHoursMinutes(sign * number(it.group(8)), sign * number(it.group(9)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
