package licencehub.federation.filter;

/**
 * How far into the change stream a filter has everything.
 *
 * @param sequence of the last event; -1 before the first
 * @param digest tells the event from another one of this sequence; empty before the first
 */
public record OutboxPlace(long sequence, String digest) {
  /** Before everything. */
  public static final OutboxPlace START = new OutboxPlace(-1, "");
}
