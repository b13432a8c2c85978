package licencehub.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import licencehub.connectors.Positions;
import licencehub.connectors.SourceConfig;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.message.MessageReader;
import licencehub.hub.federation.PeerSource;
import licencehub.hub.federation.Reconciliations;
import licencehub.library.Library;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import licencehub.model.event.PeerMandate;
import licencehub.routes.Pace;
import licencehub.routes.Source;
import licencehub.routes.SourceRules;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;
import tools.jackson.databind.json.JsonMapper;

/** Turns what was agreed with a peer into a source like any other: its signer, its region. */
record PeerOpener(
    Neighbourhood neighbours,
    Reconciliations rounds,
    Path home,
    FileLimits files,
    InstantSource clock) {
  private static final String KIND = "peer";
  private static final String DIALECT = "native";
  private static final Pace PACE =
      new Pace(200, 1, 0, Duration.ofSeconds(2), Duration.ofSeconds(10));

  /** Opens the source for reading; it asks the peer at its first poll. */
  Source open(Peer peer, Library library) {
    SourceRules rules = rules(peer);
    return new Source(
        rules,
        KIND,
        DIALECT,
        SourceOpener.leased(rules.id(), library, it -> reader(peer, library, it)),
        PACE);
  }

  private PeerSource reader(Peer peer, Library library, Positions positions) {
    SourceId id = SourceId.ofPeer(peer.hub());
    return new PeerSource(
        peer,
        neighbours,
        positions,
        it -> library.submissions().find(id, it).isPresent(),
        rounds,
        clock);
  }

  private SourceRules rules(Peer peer) {
    Trust trust = peer.card().trust();
    Policy policy = MessageReader.policy();
    return new SourceRules(
        config(peer),
        SourceRules.Trust.SIGNED,
        new PeerMandate(peer.card().region()),
        Set.of(Trust.id(trust.signers().getFirst())),
        SignatureVerifiers.of(policy, trust, Revocations.none()),
        FileVerifiers.of(policy, trust, Revocations.none(), files));
  }

  private SourceConfig config(Peer peer) {
    Organisation body = Objects.requireNonNull(peer.exchange().takesFrom());
    SourceId id = SourceId.ofPeer(peer.hub());
    return new SourceConfig(
        id,
        body,
        peer.card().region(),
        JsonMapper.shared().createObjectNode(),
        SourceOpener.dialect(DIALECT)
            .open(id, body, peer.card().region(), JsonMapper.shared().createObjectNode()),
        home);
  }
}
