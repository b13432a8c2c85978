package licencehub.demo.tables;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as departments' tables hold them. */
final class LocalTimes {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private LocalTimes() {}

  static String of(String rfc3339) {
    return FORM.format(OffsetDateTime.parse(rfc3339).atZoneSameInstant(ZONE));
  }
}
