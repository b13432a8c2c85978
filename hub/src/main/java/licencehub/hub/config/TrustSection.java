package licencehub.hub.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose signatures are trusted.
 *
 * @param anchors root certificates
 * @param signers further certificates known: signers and intermediates
 * @param policies by unique names, {@value HubSettings#USUAL_POLICY} among them
 */
public record TrustSection(
    List<Path> anchors,
    List<Path> signers,
    List<RevocationList> revocation,
    List<Policy> policies) {
  public TrustSection {
    anchors = List.copyOf(anchors);
    signers = List.copyOf(signers);
    revocation = List.copyOf(revocation);
    policies = List.copyOf(policies);
  }

  /**
   * Where a revocation list comes from: a URL or a file, the other is null.
   *
   * @param refresh how often it is fetched again
   */
  public record RevocationList(@Nullable String url, @Nullable Path file, Duration refresh) {}

  /**
   * One set of rules for signatures.
   *
   * @param algorithms what may sign: SM2-SM3, ES256, EdDSA, PS256, RS256
   * @param revocationRequired whether the revocation status must be known
   * @param staleAfter how long past its next update a revocation list still counts
   * @param whenStale what a list older than that leads to
   * @param clockSkew how far ahead a signer's clock may be
   */
  public record Policy(
      String name,
      Set<String> algorithms,
      boolean revocationRequired,
      Duration staleAfter,
      WhenStale whenStale,
      Duration clockSkew) {
    public Policy {
      algorithms = Set.copyOf(algorithms);
    }
  }

  /** What a revocation list past its time leads to. */
  public enum WhenStale {
    UNDECIDED,
    REJECT,
    ACCEPT
  }
}
