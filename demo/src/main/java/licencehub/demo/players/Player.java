package licencehub.demo.players;

import java.util.List;

/** A department's system that hands records over to the hub. */
public interface Player extends AutoCloseable {
  /**
   * Hands records over; returns when they are the hub's to take. What the hub refuses to take now
   * is offered again until it takes it.
   */
  void send(List<Sending> sendings);

  /** Whether this way of handing over has a place for the record at all. */
  default boolean carries(Sending sending) {
    return true;
  }

  @Override
  void close();
}
