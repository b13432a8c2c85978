package licencehub.sharing.reconciliation;

import licencehub.model.Digest;

/**
 * A set, as short as it can be told.
 *
 * @param count how many there are
 * @param digest SHA-256 over {@code id LF version LF} of each, in order
 */
public record Tally(long count, Digest digest) {
  /** Of the empty set. */
  public static final Tally NOTHING = new Tally(0, Digest.of());
}
