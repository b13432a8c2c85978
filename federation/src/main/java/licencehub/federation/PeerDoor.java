package licencehub.federation;

/** Where what peers ask arrives, once their connection has shown who they are; for many threads. */
public interface PeerDoor {
  /**
   * @param peer whose connection it came by
   * @param request bytes, not believed yet
   * @return a signed answer, whatever was asked
   */
  byte[] answer(Peer peer, byte[] request);
}
