package licencehub.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.federation.PeerLine.Reply;
import licencehub.federation.ledger.KnownLedger;
import licencehub.federation.message.Lie;
import licencehub.federation.message.MessageReader;
import licencehub.federation.message.MessageReader.Read;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer;
import licencehub.federation.message.PeerRequest;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks peers, and believes only what is signed by them, answers the very request and continues
 * their ledger. A peer that is silent or lies is left alone for a while. Safe for many threads.
 */
public final class Correspondence {
  private final String here;
  private final MessageSigner signer;
  private final PeerLine line;
  private final Witness.Memory memory;
  private final Duration rest;
  private final InstantSource clock;
  private final Map<HubCard, Correspondent> correspondents = new ConcurrentHashMap<>();
  private final Map<String, PeerStanding> standings = new ConcurrentHashMap<>();

  /**
   * @param here id of this hub
   * @param memory what was seen of peers' ledgers, by hub
   * @param rest how long a peer is left alone that is silent or lies
   */
  public Correspondence(
      String here,
      MessageSigner signer,
      PeerLine line,
      Witness.Memory memory,
      Duration rest,
      InstantSource clock) {
    this.here = here;
    this.signer = signer;
    this.line = line;
    this.memory = memory;
    this.rest = rest;
    this.clock = clock;
  }

  /** What is kept of one peer while its card stays the same. */
  private record Correspondent(MessageReader reader, KnownLedger ledger) {}

  /** How a peer stands. */
  public PeerStanding standing(String hub) {
    return standings.getOrDefault(hub, PeerStanding.NEW);
  }

  /**
   * Asks, unless the peer is left alone at present.
   *
   * @param operation one of the OpenAPI document or of {@link HubOperation}
   */
  public Told ask(Peer peer, String operation, ObjectNode content, Duration patience) {
    PeerStanding standing = standing(peer.hub());
    Instant until = standing.until();
    if (until != null && standing.restsAt(clock.instant())) {
      Lie lie = standing.lie();
      return lie == null
          ? new Told.Silent(String.valueOf(standing.trouble()), until)
          : new Told.Lied(lie, until);
    }
    return askNow(peer, operation, content, patience);
  }

  /** The same, even of a peer that is left alone: for operators who look for the cause. */
  public Told askNow(Peer peer, String operation, ObjectNode content, Duration patience) {
    Correspondent correspondent = correspondents.computeIfAbsent(peer.card(), this::correspondent);
    Seen known = correspondent.ledger().newest().orElse(null);
    byte[] request =
        signer.sign(
            new PeerRequest(
                UUID.randomUUID().toString(),
                here,
                peer.hub(),
                clock.instant(),
                known == null ? 0 : known.size(),
                operation,
                content));
    return switch (line.ask(peer, request, patience)) {
      case Reply.Silent it -> silent(peer, it.why());
      case Reply.Said it -> said(peer, correspondent, it.bytes(), Digest.of(request), known);
    };
  }

  private Told said(
      Peer peer, Correspondent correspondent, byte[] bytes, Digest request, @Nullable Seen known) {
    return switch (correspondent.reader().answer(bytes, request, clock.instant())) {
      case Read.Refused<PeerAnswer> it -> lied(peer, it.lie());
      case Read.Believed<PeerAnswer>(PeerAnswer answer) ->
          answer.content().has(Respondent.REFUSED)
              ? refused(peer, answer.content().path(Respondent.REFUSED).asString(""))
              : believed(peer, correspondent, answer, known);
    };
  }

  private Told believed(
      Peer peer, Correspondent correspondent, PeerAnswer answer, @Nullable Seen known) {
    Optional<Lie> lie = correspondent.ledger().take(answer.ledger(), known);
    if (lie.isPresent()) {
      return lied(peer, lie.get());
    }
    correspondent.ledger().newest().ifPresent(it -> memory.keep(peer.hub(), it));
    standings.compute(peer.hub(), (hub, it) -> or(it).answered(clock.instant()));
    return new Told.Answered(answer);
  }

  /** Notes that what a peer said in an answer that is its own cannot be true. */
  public Told lied(Peer peer, Lie lie) {
    Instant until = clock.instant().plus(rest);
    standings.compute(peer.hub(), (hub, it) -> or(it).lied(lie, until));
    return new Told.Lied(lie, until);
  }

  private Told silent(Peer peer, String why) {
    Instant until = clock.instant().plus(rest);
    standings.compute(peer.hub(), (hub, it) -> or(it).silent(why, until));
    return new Told.Silent(why, until);
  }

  private Told refused(Peer peer, String why) {
    Instant until = clock.instant().plus(rest);
    standings.compute(peer.hub(), (hub, it) -> or(it).silent("refuses this hub: " + why, until));
    return new Told.Refused(why, until);
  }

  private Correspondent correspondent(HubCard card) {
    return new Correspondent(
        new MessageReader(card.hub(), card.trust(), here),
        new KnownLedger(card.ledgerKeys(), memory.find(card.hub()).orElse(null)));
  }

  private static PeerStanding or(@Nullable PeerStanding standing) {
    return standing == null ? PeerStanding.NEW : standing;
  }
}
