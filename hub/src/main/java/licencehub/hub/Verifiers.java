package licencehub.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.hub.config.HubSettings;
import licencehub.hub.config.TrustSection;
import licencehub.hub.config.TrustSection.RevocationList;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import licencehub.verification.Algorithm;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifier;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;

/** The verifiers of all policies, over the same anchors and the same revocation lists. */
public final class Verifiers implements AutoCloseable {
  private final Map<String, Policy> policies;
  private final Trust trust;
  private final Revocations revocations;

  private final FileLimits limits;

  private Verifiers(
      Map<String, Policy> policies, Trust trust, Revocations revocations, FileLimits limits) {
    this.policies = Map.copyOf(policies);
    this.trust = trust;
    this.revocations = revocations;
    this.limits = limits;
  }

  /** Reads every certificate and fetches every revocation list once, then again by and by. */
  public static Verifiers open(HubSettings settings) {
    List<RevocationList> lists = settings.trust().revocation();
    Verifiers all = read(settings, lists);
    lists.stream()
        .map(RevocationList::refresh)
        .min(Duration::compareTo)
        .ifPresent(all.revocations::refreshEvery);
    return all;
  }

  /** Reads what is on disk, revocation lists in files included, and asks nobody. */
  static Verifiers offline(HubSettings settings) {
    return read(
        settings, settings.trust().revocation().stream().filter(it -> it.file() != null).toList());
  }

  private static Verifiers read(HubSettings settings, List<RevocationList> lists) {
    TrustSection declared = settings.trust();
    Trust trust = Trust.read(declared.anchors(), List.of(), declared.signers());
    Revocations revocations = Revocations.of(trust, lists.stream().map(Verifiers::place).toList());
    revocations.refresh();
    Map<String, Policy> policies = new HashMap<>();
    declared.policies().forEach(it -> policies.put(it.name(), policy(it)));
    return new Verifiers(
        policies, trust, revocations, FileLimits.upTo(settings.limits().fileBytes()));
  }

  /**
   * A verifier for one source; the configuration check has made sure the policy is declared.
   *
   * @param signers files with the certificates the source's envelopes may name
   */
  public SignatureVerifier under(String policy, List<Path> signers) {
    return SignatureVerifiers.of(
        Objects.requireNonNull(policies.get(policy), policy),
        trust.withSigners(signers.stream().flatMap(it -> certificates(it).stream()).toList()),
        revocations);
  }

  /**
   * A verifier of licence files for one source, or for anybody.
   *
   * @param signers files with the certificates the source's seals may name
   */
  public FileVerifier files(String policy, List<Path> signers) {
    return FileVerifiers.of(
        Objects.requireNonNull(policies.get(policy), policy),
        trust.withSigners(signers.stream().flatMap(it -> certificates(it).stream()).toList()),
        revocations,
        limits);
  }

  /**
   * A verifier of files under these anchors and no others, for which there are no lists.
   *
   * @param name of the policy, as reports show it
   */
  FileVerifier filesOf(String name, List<X509Certificate> anchors) {
    Policy usual = Objects.requireNonNull(policies.get(HubSettings.USUAL_POLICY));
    Policy own =
        new Policy(
            name,
            EnumSet.allOf(Algorithm.class),
            false,
            usual.staleAfter(),
            usual.whenStale(),
            usual.clockSkew());
    Trust alone = new Trust(anchors, List.of(), List.of());
    return FileVerifiers.of(own, alone, Revocations.none(), limits);
  }

  /** The anchors of this hub. */
  List<X509Certificate> anchors() {
    return trust.anchors();
  }

  /** How the revocation lists stand. */
  List<Revocations.Standing> revocationLists() {
    return revocations.standings();
  }

  /** SHA-256 of every certificate in a file. */
  Set<Digest> fingerprints(Path file) {
    return certificates(file).stream().map(Trust::id).collect(Collectors.toSet());
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      return Trust.certificates(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Unavailable(file.toString(), e.toString(), e);
    }
  }

  @Override
  public void close() {
    revocations.close();
  }

  private static URI place(RevocationList list) {
    return Optional.ofNullable(list.url())
        .map(URI::create)
        .orElseGet(() -> Objects.requireNonNull(list.file()).toUri());
  }

  private static Policy policy(TrustSection.Policy declared) {
    return new Policy(
        declared.name(),
        declared.algorithms().stream().map(Algorithm::parse).collect(Collectors.toSet()),
        declared.revocationRequired(),
        declared.staleAfter(),
        switch (declared.whenStale()) {
          case UNDECIDED -> WhenStale.UNDECIDED;
          case REJECT -> WhenStale.REJECT;
          case ACCEPT -> WhenStale.ACCEPT;
        },
        declared.clockSkew());
  }
}
