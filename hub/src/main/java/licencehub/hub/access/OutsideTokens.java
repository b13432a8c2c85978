package licencehub.hub.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of an outside identity service (OpenID Connect): JWT signed with one of the keys it
 * publishes. They must name its issuer, and this hub as audience, or a token made for another
 * service would open this one; {@code role} and {@code department} are claims as in the hub's own.
 */
public final class OutsideTokens implements BearerTokens {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideTokens.class);
  private static final int LONGEST = 8192;
  private static final int REMEMBERED = 10_000;
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final Duration TOLERATED = Duration.ofHours(4);

  /** Signatures alone: what is signed with a shared secret, or not at all, names nobody. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.Ed25519);

  private final String issuer;
  private final String audience;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Cache<String, Grant> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FRESH).build();

  private OutsideTokens(String issuer, String audience, JWKSource<SecurityContext> keys) {
    this.issuer = issuer;
    this.audience = audience;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    // Times and names are judged below, by the hub's own clock.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /**
   * @param issuer what {@code iss} must be
   * @param keys where the service publishes its keys; asked when a key is needed, and kept for a
   *     while when the service is silent
   * @param audience what {@code aud} must hold: the hub's id
   */
  public static OutsideTokens of(String issuer, URI keys, String audience) {
    try {
      return new OutsideTokens(
          issuer,
          audience,
          JWKSourceBuilder.<SecurityContext>create(keys.toURL())
              .retrying(true)
              .outageTolerant(TOLERATED.toMillis())
              .build());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not an address: " + keys, e);
    }
  }

  @Override
  public Optional<Caller> verify(String token, Instant now) {
    Optional<Grant> known = Optional.ofNullable(verified.getIfPresent(token)).or(() -> read(token));
    known.ifPresent(it -> verified.put(token, it));
    return known.flatMap(it -> it.at(now));
  }

  private Optional<Grant> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
      boolean meant = issuer.equals(claims.getIssuer()) && claims.getAudience().contains(audience);
      return meant ? Grant.of(claims) : Optional.empty();
    } catch (ParseException | BadJOSEException e) {
      return Optional.empty();
    } catch (JOSEException e) {
      LOG.warn("the keys of {} cannot be had: {}", issuer, e.getMessage());
      return Optional.empty();
    }
  }
}
