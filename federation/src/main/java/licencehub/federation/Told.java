package licencehub.federation;

import java.time.Instant;
import licencehub.federation.message.Lie;
import licencehub.federation.message.PeerAnswer;

/** What came of asking a peer. */
public sealed interface Told {
  /** It answered, and is believed. */
  record Answered(PeerAnswer answer) implements Told {}

  /**
   * It did not answer in time, or is left alone for a while because it did not before.
   *
   * @param why for operators
   * @param until when it is asked again
   */
  record Silent(String why, Instant until) implements Told {}

  /**
   * It answered what cannot be believed.
   *
   * @param until when it is asked again
   */
  record Lied(Lie lie, Instant until) implements Told {}

  /**
   * It does not believe this hub, and says so.
   *
   * @param why the code of a {@link Lie}: a clock that is wrong here as a rule
   * @param until when it is asked again
   */
  record Refused(String why, Instant until) implements Told {}
}
