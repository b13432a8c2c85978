package licencehub.federation.message;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import licencehub.model.Digest;
import licencehub.verification.Algorithm;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Trust;

/**
 * Reads what one peer says to this hub, and believes it or names what is wrong with it. Safe for
 * many threads.
 */
public final class MessageReader {
  /** How far the clocks of two hubs may differ. */
  public static final Duration SKEW = Duration.ofMinutes(2);

  private final String peer;
  private final String here;
  private final SignedByPeer signed;

  /**
   * @param peer id of the hub whose messages these are
   * @param trust its one signer and where that leads: no other is believed
   * @param here id of this hub
   */
  public MessageReader(String peer, Trust trust, String here) {
    this.peer = peer;
    this.here = here;
    this.signed = new SignedByPeer(trust);
  }

  /** What a hub's signature must be: any that is sound. Who signs is told by its card alone. */
  public static Policy policy() {
    return new Policy(
        "peer", EnumSet.allOf(Algorithm.class), false, Duration.ZERO, WhenStale.ACCEPT, SKEW);
  }

  /** What came of reading. */
  public sealed interface Read<T> {
    /** It is the peer's word. */
    record Believed<T>(T message) implements Read<T> {}

    /** It is not. */
    record Refused<T>(Lie lie) implements Read<T> {}
  }

  /**
   * A request to this hub.
   *
   * @param replays remembers the numbers of all peers
   */
  public Read<PeerRequest> request(byte[] bytes, Replays replays, Instant now) {
    return read(bytes, now, MessageForm::request, it -> lie(it, replays, now));
  }

  /**
   * The answer to a request of this hub.
   *
   * @param request SHA-256 of the request's bytes
   */
  public Read<PeerAnswer> answer(byte[] bytes, Digest request, Instant now) {
    return read(bytes, now, MessageForm::answer, it -> lie(it, request, now));
  }

  /**
   * @param form takes apart what was signed; empty for what is no such message
   * @param judging what is wrong with the message; empty where nothing is
   */
  private <T> Read<T> read(
      byte[] bytes,
      Instant now,
      Function<byte[], Optional<T>> form,
      Function<T, Optional<Lie>> judging) {
    Optional<byte[]> payload = signed.payload(bytes, now);
    if (payload.isEmpty()) {
      return new Read.Refused<>(Lie.SIGNATURE_WRONG);
    }
    Optional<T> message = form.apply(payload.get());
    if (message.isEmpty()) {
      return new Read.Refused<>(Lie.MALFORMED);
    }
    return judging
        .apply(message.get())
        .<Read<T>>map(Read.Refused::new)
        .orElseGet(() -> new Read.Believed<>(message.get()));
  }

  private Optional<Lie> lie(PeerRequest request, Replays replays, Instant now) {
    Optional<Lie> lie = lie(request.from(), request.to(), request.at(), now);
    return lie.isEmpty() && !replays.isNew(peer, request.number(), request.at(), now)
        ? Optional.of(Lie.REPLAY)
        : lie;
  }

  private Optional<Lie> lie(PeerAnswer answer, Digest request, Instant now) {
    Optional<Lie> lie = lie(answer.from(), answer.to(), answer.at(), now);
    return lie.isEmpty() && !answer.request().equals(request)
        ? Optional.of(Lie.OTHER_REQUEST)
        : lie;
  }

  private Optional<Lie> lie(String from, String to, Instant at, Instant now) {
    if (!from.equals(peer)) {
      return Optional.of(Lie.OTHER_SENDER);
    }
    if (!to.equals(here)) {
      return Optional.of(Lie.OTHER_RECEIVER);
    }
    return Duration.between(at, now).abs().compareTo(SKEW) > 0
        ? Optional.of(Lie.CLOCK)
        : Optional.empty();
  }
}
