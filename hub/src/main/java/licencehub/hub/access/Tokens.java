package licencehub.hub.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import licencehub.model.code.CreditCode;

/**
 * The hub's own short-lived bearer tokens: JWT (RFC 7519) with HMAC SHA-256 under a key only this
 * hub has. There are no passwords; the command line issues tokens.
 */
public final class Tokens implements BearerTokens {
  private static final String ISSUER = "licencehub";
  private static final int LONGEST = 2048;
  private static final int REMEMBERED = 10_000;

  private final byte[] key;
  private final Duration lifetime;
  private final Cache<String, Grant> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private Tokens(byte[] key, Duration lifetime) {
    this.key = key;
    this.lifetime = lifetime;
  }

  /**
   * Opens the key, making a new one first if there is none.
   *
   * @param keyFile 32 random bytes, readable by the owner alone
   * @param lifetime how long a token is good for
   */
  public static Tokens open(Path keyFile, Duration lifetime) {
    return new Tokens(SecretFile.readOrCreate(keyFile), lifetime);
  }

  /** A token for the caller, good from {@code now} for the lifetime. */
  public String issue(Caller caller, Instant now) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(caller.name())
            .claim(Grant.ROLE, caller.role().wire())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)));
    CreditCode department = caller.department();
    if (department != null) {
      claims.claim(Grant.DEPARTMENT, department.text());
    }
    if (caller.holder() != null) {
      claims.claim(Grant.HOLDER, caller.holder());
    }
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a 32 byte key signs HS256", e);
    }
  }

  /** Seconds count: a token has no fractions. */
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
      SignedJWT jwt = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              && jwt.verify(new MACVerifier(key))
              && ISSUER.equals(jwt.getJWTClaimsSet().getIssuer());
      return ours ? Grant.of(jwt.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }
}
