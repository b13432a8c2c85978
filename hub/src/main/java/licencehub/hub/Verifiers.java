package licencehub.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.hub.config.HubSettings;
import licencehub.hub.config.HubSettings.RevocationList;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import licencehub.verification.Algorithm;
import licencehub.verification.Policy;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;

/** The verifiers of all policies, over the same trust and the same revocation lists. */
public final class Verifiers implements AutoCloseable {
  private final Map<String, SignatureVerifier> byPolicy;
  private final Revocations revocations;

  private Verifiers(Map<String, SignatureVerifier> byPolicy, Revocations revocations) {
    this.byPolicy = Map.copyOf(byPolicy);
    this.revocations = revocations;
  }

  /**
   * Reads every certificate and fetches every revocation list once, then again in the background.
   *
   * @param departments certificates of the department files: known to envelopes that only name them
   */
  public static Verifiers open(HubSettings settings, Collection<Path> departments) {
    HubSettings.Trust declared = settings.trust();
    Trust trust =
        Trust.read(
            declared.anchors(),
            List.of(),
            Stream.concat(declared.signers().stream(), departments.stream()).distinct().toList());
    Revocations revocations =
        Revocations.of(trust, declared.revocation().stream().map(Verifiers::place).toList());
    revocations.refresh();
    declared.revocation().stream()
        .map(RevocationList::refresh)
        .min(Duration::compareTo)
        .ifPresent(revocations::refreshEvery);
    Map<String, SignatureVerifier> verifiers = new HashMap<>();
    declared
        .policies()
        .forEach(
            it -> verifiers.put(it.name(), SignatureVerifiers.of(policy(it), trust, revocations)));
    return new Verifiers(verifiers, revocations);
  }

  /** The verifier under a policy; the configuration check has made sure it is declared. */
  public SignatureVerifier under(String policy) {
    return Objects.requireNonNull(byPolicy.get(policy), policy);
  }

  /** How the revocation lists stand. */
  List<Revocations.Standing> revocationLists() {
    return revocations.standings();
  }

  /** SHA-256 of every certificate in a file. */
  Set<Digest> fingerprints(Path file) {
    try {
      List<X509Certificate> certificates = Trust.certificates(Files.readAllBytes(file));
      return certificates.stream().map(Trust::id).collect(Collectors.toSet());
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

  private static Policy policy(HubSettings.Policy declared) {
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
