package licencehub.hub.federation;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * How far a peer's ledger was gone through.
 *
 * @param reached place up to which everything for this hub was taken; -1 for nothing
 * @param compared place up to which it was compared once more in the round of reconciliation under
 *     way; -1 at its beginning
 */
record TakenSoFar(long reached, long compared) {
  static final TakenSoFar NOTHING = new TakenSoFar(-1, -1);

  /** Reads what {@link #toString()} writes. */
  static TakenSoFar parse(String text) {
    String[] parts = text.split(" ", -1);
    try {
      return new TakenSoFar(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw MalformedValue.of(
          Text.of("取办件的位置", "how far cases were taken"),
          text,
          Text.of("应为两个整数", "must be two whole numbers"),
          "17 -1");
    }
  }

  TakenSoFar reached(long place) {
    return new TakenSoFar(Math.max(reached, place), compared);
  }

  TakenSoFar compared(long place) {
    return new TakenSoFar(reached, Math.min(reached, place));
  }

  boolean isCompared() {
    return compared >= reached;
  }

  @Override
  public String toString() {
    return reached + " " + compared;
  }
}
