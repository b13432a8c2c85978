package licencehub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.federation.message.Replays;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerSealer;
import licencehub.ledger.Proofs;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Seal;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/** A hub with real keys and a real ledger, and nothing else. */
final class SmallHub implements OwnLedger, HashReader, Witness.Memory {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Validity YEARS =
      new Validity(NOW.minus(Duration.ofDays(100)), NOW.plus(Duration.ofDays(1000)));

  final String id;
  final SignerKey signer;
  private final CheckpointSigner checkpoints;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<Integer, List<Digest>> hashes = new HashMap<>();
  private long size;
  private byte[] frontier = {};
  private LedgerWord word = LedgerWord.NONE;

  SmallHub(String id, Path folder) {
    this.id = id;
    this.signer =
        CertificateAuthority.root(Subject.of(id), Algorithm.SM2_SM3, YEARS, new SecureRandom())
            .issue(Subject.of(id + " messages"), Algorithm.SM2_SM3, YEARS, new SecureRandom());
    this.checkpoints =
        CheckpointSigner.open(id, folder.resolve(id + ".pem"), new SecureRandom())
            .withSm2(folder.resolve(id + "-sm2.pem"), new SecureRandom());
  }

  /** Files so many entries, numbered on from a number. */
  SmallHub file(int first, int count) {
    List<LedgerEntry> entries =
        IntStream.range(first, first + count).mapToObj(SmallHub::entry).toList();
    Seal seal = new LedgerSealer(checkpoints).seal(size, frontier, entries);
    hashes.computeIfAbsent(0, it -> new ArrayList<>()).addAll(seal.leaves());
    seal.nodes()
        .forEach(it -> hashes.computeIfAbsent(it.level(), n -> new ArrayList<>()).add(it.hash()));
    size = seal.checkpoint().size();
    frontier = seal.frontier();
    word = new LedgerWord(seal.checkpoint().note(), List.of());
    return this;
  }

  /** The same keys and an empty ledger: what another history begins from. */
  void forget() {
    hashes.clear();
    size = 0;
    frontier = new byte[] {};
  }

  Peer asPeer() {
    return new Peer(
        new HubCard(
            id,
            Text.of(id, id),
            new RegionCode("440300"),
            Level.CITY,
            URI.create("https://" + id + ".example:9443"),
            signer.certificate(),
            signer.chain(),
            checkpoints.verifierKeys()),
        Set.of("searchLicences"));
  }

  MessageSigner messages() {
    return new MessageSigner(signer, new SecureRandom());
  }

  /** Answers what it was asked, and what its ledger says. */
  Respondent respondent(InstantSource clock) {
    return new Respondent(
        id, messages(), new Replays(NOW, 1_000), this, (peer, it) -> it.content(), clock);
  }

  @Override
  public LedgerWord since(long known) {
    return known > size
        ? word
        : new LedgerWord(word.note(), new Proofs(this).consistency(known, size));
  }

  @Override
  public List<Digest> hashes(int level, long from, int count) {
    List<Digest> stored = hashes.getOrDefault(level, List.of());
    int begin = (int) Math.min(from, stored.size());
    return List.copyOf(stored.subList(begin, Math.min(begin + count, stored.size())));
  }

  @Override
  public Optional<Seen> find(String origin) {
    return Optional.ofNullable(seen.get(origin));
  }

  @Override
  public void keep(String origin, Seen last) {
    seen.put(origin, last);
  }

  private static LedgerEntry entry(int number) {
    Digest digest = Digest.of(("entry " + number).getBytes(UTF_8));
    return new LedgerEntry(
        new SourceId("sz-market"),
        "n-" + number,
        EventType.CASE_STEP,
        1,
        digest,
        digest,
        NOW.plusSeconds(number));
  }
}
