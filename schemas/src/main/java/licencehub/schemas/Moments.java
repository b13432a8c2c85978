package licencehub.schemas;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Dates and RFC 3339 times in the one spelling the contracts allow: capital T, Z or an offset. */
final class Moments {
  private static final Text DATE = Text.of("日期", "date");
  private static final Text TIME = Text.of("时间", "time");
  private static final int MOST_DIGITS = 9;
  private static final int SECONDS_END = 19;

  private Moments() {}

  static LocalDate date(String text) {
    try {
      if (text.length() == 10) {
        return dateAt(text);
      }
    } catch (DateTimeException e) {
      // falls through to the one message
    }
    throw MalformedValue.of(
        DATE,
        text,
        Text.of("应为存在的日期，写作年-月-日", "must be a day that exists, as year-month-day"),
        "2026-03-02");
  }

  static Instant time(String text) {
    try {
      return timeOf(text);
    } catch (DateTimeException e) {
      throw MalformedValue.of(
          TIME,
          text,
          Text.of("应为 RFC 3339 时间并带时区偏移", "must be an RFC 3339 time with an offset"),
          "2026-03-02T09:30:00+08:00");
    }
  }

  private static Instant timeOf(String text) {
    need(text.length() > SECONDS_END && text.charAt(10) == 'T');
    need(text.charAt(13) == ':' && text.charAt(16) == ':');
    int at = SECONDS_END;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int start = ++at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      need(at > start && at - start <= MOST_DIGITS);
      nanos = number(text, start, at);
      for (int digits = at - start; digits < MOST_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    LocalTime clock = LocalTime.of(hour, minute, second, nanos);
    return LocalDateTime.of(dateAt(text), clock).toInstant(offset(text, at));
  }

  private static ZoneOffset offset(String text, int at) {
    if (text.length() == at + 1 && text.charAt(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    need(text.length() == at + 6 && text.charAt(at + 3) == ':');
    char sign = text.charAt(at);
    need(sign == '+' || sign == '-');
    int factor = sign == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        factor * number(text, at + 1, at + 3), factor * number(text, at + 4, at + 6));
  }

  private static LocalDate dateAt(String text) {
    need(text.charAt(4) == '-' && text.charAt(7) == '-');
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      need(isDigit(text.charAt(i)));
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void need(boolean right) {
    if (!right) {
      throw new DateTimeException("not in the one spelling");
    }
  }
}
