package licencehub.demo.regions;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.demo.stage.Home;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.PeerDoor;
import licencehub.federation.PeerLine;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.federation.message.MessageReader;
import licencehub.federation.message.MessageReader.Read;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.federation.message.PeerRequest;
import licencehub.hub.federation.PeerIdentity;
import licencehub.hub.federation.PeerLimits;
import licencehub.hub.federation.PeerServer;
import licencehub.ledger.CheckpointSigner;
import licencehub.model.Digest;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in the place of a hub, with its very keys, and lies: what a hub that was taken over could
 * do.
 */
final class Liar implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Entries: more than any hub of the demo has. */
  private static final long LONGER = 1L << 40;

  private final RegionHub victim;
  private final InstantSource clock;
  private final PeerIdentity identity;
  private final CheckpointSigner checkpoints;
  private final PeerServer server;
  private final AtomicReference<Deceit> deceit = new AtomicReference<>(Deceit.IMPOSTOR);

  /** The first answer each hub got. */
  private final Map<String, byte[]> first = new ConcurrentHashMap<>();

  private Liar(RegionHub victim, List<Peer> peers, InstantSource clock) {
    this.victim = victim;
    this.clock = clock;
    Path keys = victim.stage.data().resolve("keys");
    this.identity =
        PeerIdentity.open(keys, victim.place.text(), new SecureRandom(), clock.instant());
    this.checkpoints =
        CheckpointSigner.open(victim.place.id(), keys.resolve("ledger.pem"), new SecureRandom())
            .withSm2(keys.resolve("ledger-sm2.pem"), new SecureRandom());
    Home.Among among = Objects.requireNonNull(victim.stage.home().among());
    this.server =
        PeerServer.start(
            "127.0.0.1",
            among.port(),
            PeerLimits.USUAL,
            identity.transport(),
            () -> peers,
            (PeerDoor) this::answer);
  }

  /**
   * Takes the place of a hub that has stopped.
   *
   * @param peers whom it lets in
   */
  static Liar inPlaceOf(RegionHub victim, List<Peer> peers, InstantSource clock) {
    return new Liar(victim, peers, clock);
  }

  void tell(Deceit next) {
    deceit.set(next);
  }

  /** What a hub says to the second of two equal requests of this one. */
  String twice(Peer asked) {
    byte[] request =
        own()
            .sign(
                new PeerRequest(
                    UUID.randomUUID().toString(),
                    victim.place.id(),
                    asked.hub(),
                    clock.instant(),
                    0,
                    HubOperation.CHECKPOINT.wire(),
                    JsonMapper.shared().createObjectNode()));
    try (PeerLine line = new HttpsPeerLine(identity.transport())) {
      line.ask(asked, request, PATIENCE);
      return line.ask(asked, request, PATIENCE) instanceof PeerLine.Reply.Said said
          ? refused(asked, said.bytes(), request)
          : "silent";
    }
  }

  private String refused(Peer asked, byte[] answer, byte[] request) {
    Read<PeerAnswer> read =
        new MessageReader(asked.hub(), asked.card().trust(), victim.place.id())
            .answer(answer, Digest.of(request), clock.instant());
    return read instanceof Read.Believed<PeerAnswer> it
        ? it.message().content().path("refused").asString("answered")
        : "not believed";
  }

  @Override
  public void close() {
    server.close();
  }

  private byte[] answer(Peer peer, byte[] request) {
    return switch (deceit.get()) {
      case IMPOSTOR -> signed(stranger(), peer, Digest.of(request), LedgerWord.NONE);
      case OLD_ANSWER -> first.computeIfAbsent(peer.hub(), it -> elsewhere(peer));
      case OTHER_HASH -> elsewhere(peer);
      case OLD_CHECKPOINT -> signed(own(), peer, Digest.of(request), checkpoint(1));
      case TWO_HISTORIES -> signed(own(), peer, Digest.of(request), checkpoint(LONGER));
    };
  }

  /** The answer to a request nobody sent now. */
  private byte[] elsewhere(Peer peer) {
    return signed(own(), peer, Digest.of(new byte[0]), LedgerWord.NONE);
  }

  /** A checkpoint the ledger's own keys signed, over a tree that is not the hub's. */
  private LedgerWord checkpoint(long size) {
    return new LedgerWord(checkpoints.sign(size, Digest.of(new byte[] {1})).note(), List.of());
  }

  private byte[] signed(MessageSigner signer, Peer peer, Digest request, LedgerWord word) {
    ObjectNode content = JsonMapper.shared().createObjectNode();
    content.put("status", 200);
    content.put("mediaType", "application/json");
    content.putObject("json").put("answer", "absent").putArray("licences");
    return signer.sign(
        new PeerAnswer(victim.place.id(), peer.hub(), clock.instant(), request, word, content));
  }

  private MessageSigner own() {
    return new MessageSigner(identity.signer(), new SecureRandom());
  }

  private MessageSigner stranger() {
    Validity validity =
        new Validity(clock.instant().minusSeconds(60), clock.instant().plusSeconds(3600));
    SignerKey key =
        CertificateAuthority.root(Subject.of("路人"), Algorithm.SM2_SM3, validity, new SecureRandom())
            .issue(Subject.of("路人"), Algorithm.SM2_SM3, validity, new SecureRandom());
    return new MessageSigner(key, new SecureRandom());
  }
}
