package licencehub.hub.http;

import java.util.Locale;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * How one dependency is.
 *
 * @param critical whether the hub takes no work while this is down
 * @param cause what was looked at and found, for the operator; never personal data
 */
public record HealthItem(String name, boolean critical, Status status, Text cause) {
  /** One that is as it should be. */
  public static HealthItem fine(String name, boolean critical) {
    return new HealthItem(name, critical, Status.UP, Text.of("正常", "fine"));
  }

  /** One in trouble: down where the hub takes no work without it, degraded elsewhere. */
  public static HealthItem troubled(String name, boolean critical, Text cause) {
    return new HealthItem(name, critical, critical ? Status.DOWN : Status.DEGRADED, cause);
  }

  /** Fine where nothing is wrong. */
  public static HealthItem of(String name, boolean critical, @Nullable Text trouble) {
    return trouble == null ? fine(name, critical) : troubled(name, critical, trouble);
  }

  /** From good to bad. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN;

    /** The word on every wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
