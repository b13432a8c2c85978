package licencehub.verification;

import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was established about an envelope, without judging it: facts only, so that one policy or
 * another can be applied to them, now or later.
 *
 * @param envelope form and size, for the report
 * @param unreadable why it could not be taken apart; null when it could
 */
public record Evidence(String envelope, @Nullable Fault unreadable, List<OneSignature> signatures) {
  public Evidence {
    signatures = List.copyOf(signatures);
  }

  /** The evidence of an envelope that could not be taken apart. */
  public static Evidence unreadable(Fault fault) {
    return new Evidence("", fault, List.of());
  }

  /**
   * @param stated the algorithm as the envelope names it; empty where it leaves that to the key
   * @param keyId the certificate as the envelope names it
   * @param claimedAt the signing time the signer claims
   * @param signer empty when the certificate was not found
   */
  public record OneSignature(
      String stated,
      @Nullable Digest keyId,
      @Nullable Instant claimedAt,
      Optional<Signer> signer) {}

  /**
   * The certificate a signature names, and what came of computing with it.
   *
   * @param algorithm what the key computes; empty for keys the hub does not compute with
   * @param fits whether the signature fits content and key
   * @param notBefore from when the certificate, and all above it, are valid
   * @param notAfter until when the certificate, and all above it, are valid
   */
  public record Signer(
      Digest certificate,
      Optional<Algorithm> algorithm,
      boolean fits,
      Instant notBefore,
      Instant notAfter,
      Chain chain) {}

  /** Where the certificate leads. */
  public sealed interface Chain {
    /**
     * To a trust anchor.
     *
     * @param revocations one fact per certificate, the signer's first, the anchor left out
     */
    record Anchored(List<Revocation> revocations) implements Chain {
      public Anchored {
        revocations = List.copyOf(revocations);
      }
    }

    /** Nowhere trusted. */
    record Broken(Text why) implements Chain {}
  }

  /** What revocation lists say about one certificate. */
  public sealed interface Revocation {
    /** No list of its authority was ever obtained. */
    record Unlisted(String issuer) implements Revocation {}

    /** The list does not name it. */
    record Clear(ListFacts list) implements Revocation {}

    /** The list names it. */
    record Revoked(ListFacts list, Instant at, CRLReason reason) implements Revocation {}
  }

  /** Which list was looked at. */
  public record ListFacts(
      String issuer,
      @Nullable BigInteger number,
      Instant thisUpdate,
      @Nullable Instant nextUpdate) {
    /** Time since the authority made it; never negative. */
    public Duration age(Instant at) {
      Duration age = Duration.between(thisUpdate, at);
      return age.isNegative() ? Duration.ZERO : age;
    }
  }
}
