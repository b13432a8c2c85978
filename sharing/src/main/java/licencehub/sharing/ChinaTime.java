package licencehub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as licences mean them: China has one time zone, UTC+8. */
public final class ChinaTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  public static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
