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
import licencehub.model.MalformedValue;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own short-lived bearer tokens: JWT (RFC 7519) with HMAC SHA-256 under a key only this
 * hub has. There are no passwords; the command line issues tokens.
 */
public final class Tokens {
  private static final String ISSUER = "licencehub";
  private static final String ROLE = "role";
  private static final String DEPARTMENT = "department";
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

  private record Grant(Caller caller, Instant notBefore, Instant expires) {
    Optional<Caller> at(Instant now) {
      boolean stands = !now.isBefore(notBefore) && now.isBefore(expires);
      return stands ? Optional.of(caller) : Optional.empty();
    }
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
            .claim(ROLE, caller.role().wire())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)));
    CreditCode department = caller.department();
    if (department != null) {
      claims.claim(DEPARTMENT, department.text());
    }
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a 32 byte key signs HS256", e);
    }
  }

  /**
   * Whom the token names; empty for one that is foreign, changed, expired or not good yet. Seconds
   * count: a token has no fractions.
   */
  public Optional<Caller> verify(String token, Instant now) {
    Grant known = verified.getIfPresent(token);
    if (known == null) {
      known = read(token);
      if (known == null) {
        return Optional.empty();
      }
      verified.put(token, known);
    }
    return known.at(now);
  }

  private @Nullable Grant read(String token) {
    if (token.length() > LONGEST) {
      return null;
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              && jwt.verify(new MACVerifier(key));
      return ours ? grant(jwt.getJWTClaimsSet()) : null;
    } catch (ParseException | JOSEException | MalformedValue e) {
      return null;
    }
  }

  private static @Nullable Grant grant(JWTClaimsSet claims) throws ParseException {
    Optional<Role> role = Optional.ofNullable(claims.getStringClaim(ROLE)).flatMap(Role::find);
    String department = claims.getStringClaim(DEPARTMENT);
    if (!ISSUER.equals(claims.getIssuer())
        || role.isEmpty()
        || claims.getSubject() == null
        || claims.getIssueTime() == null
        || claims.getExpirationTime() == null) {
      return null;
    }
    Caller caller =
        new Caller(
            claims.getSubject(),
            role.get(),
            department == null ? null : new CreditCode(department));
    return new Grant(
        caller, claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
  }
}
