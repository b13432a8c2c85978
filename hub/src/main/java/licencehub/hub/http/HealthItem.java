package licencehub.hub.http;

import java.util.Locale;
import licencehub.model.Text;

/**
 * How one dependency is.
 *
 * @param critical whether the hub takes no work while this is down
 * @param cause what was looked at and found, for the operator; never personal data
 */
public record HealthItem(String name, boolean critical, Status status, Text cause) {
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
