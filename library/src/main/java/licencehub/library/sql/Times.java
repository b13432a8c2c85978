package licencehub.library.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How moments stand in the file: whole microseconds since 1970. */
final class Times {
  private static final long PER_SECOND = 1_000_000;
  private static final int NANOS = 1_000;

  /** The hour of every department: China keeps one. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Times() {}

  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), PER_SECOND), at.getNano() / NANOS);
  }

  /** The first moment of a day. */
  static long micros(LocalDate day) {
    return micros(day.atStartOfDay(CHINA).toInstant());
  }

  /** The day a moment lies in. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CHINA);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
  }

  static Instant whole(Instant at) {
    return instant(micros(at));
  }
}
