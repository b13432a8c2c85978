package licencehub.model;

/**
 * Something the hub depends on does not answer now and may later; the same call can be repeated.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the dependency as the configuration names it, never a personal identifier
   * @param why what it said, for the operator
   */
  public Unavailable(String what, String why) {
    super(what + ": " + why);
  }

  public Unavailable(String what, String why, Throwable cause) {
    super(what + ": " + why, cause);
  }
}
