package licencehub.federation;

import java.time.Duration;

/** Carries a message to a peer and brings back what it says; safe for many threads. */
public interface PeerLine extends AutoCloseable {
  /**
   * @param message a signed request
   * @param patience how long to wait in all
   */
  Reply ask(Peer peer, byte[] message, Duration patience);

  @Override
  void close();

  /** What came back. */
  sealed interface Reply {
    /** Bytes, not believed yet. */
    record Said(byte[] bytes) implements Reply {}

    /**
     * Nothing that could be an answer.
     *
     * @param why for operators, without anything about persons
     */
    record Silent(String why) implements Reply {}
  }
}
