package licencehub.sharing.followup;

import licencehub.model.Text;

/** What came of moving something on. */
public sealed interface Transition<T> {
  /** It moved on; the record as it stands now. */
  record Done<T>(T now) implements Transition<T> {}

  /** It did not, and why. */
  record Refused<T>(Text why) implements Transition<T> {}

  /** A refusal in both languages. */
  static <T> Transition<T> refused(String zh, String en) {
    return new Refused<>(Text.of(zh, en));
  }
}
