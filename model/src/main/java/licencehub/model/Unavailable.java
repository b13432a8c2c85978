package licencehub.model;

import java.time.Duration;

/**
 * Something the hub depends on does not answer now and may later; the same call can be repeated.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration rest;

  /**
   * @param what the dependency as the configuration names it, never a personal identifier
   * @param why what it said, for the operator
   */
  public Unavailable(String what, String why) {
    super(what + ": " + why);
    this.rest = Duration.ZERO;
  }

  public Unavailable(String what, String why, Throwable cause) {
    super(what + ": " + why, cause);
    this.rest = Duration.ZERO;
  }

  private Unavailable(Unavailable same, Duration rest) {
    super(same.getMessage(), same);
    this.rest = rest;
  }

  /** The same, for something that is left alone for a while. */
  public Unavailable resting(Duration rest) {
    return new Unavailable(this, rest);
  }

  /** How long it is left alone at the least; zero where it may be asked again at once. */
  public Duration rest() {
    return rest;
  }
}
