package licencehub.federation;

import java.time.Duration;
import licencehub.model.Text;

/** Asks a peer the smallest signed question there is, to see that both understand each other. */
public interface PeerQuestion extends AutoCloseable {
  /**
   * @param patience how long to wait in all
   */
  Heard ask(Peer peer, Duration patience);

  @Override
  void close();

  /** What came of it. */
  sealed interface Heard {
    /**
     * A signed answer that is believed.
     *
     * @param what it says, for people
     */
    record Understood(Text what) implements Heard {}

    /** No answer, or one that is not believed. */
    record Unanswered(Text why) implements Heard {}
  }
}
