package licencehub.hub.access;

import java.time.Instant;
import java.util.Optional;

/** Tells whom a bearer token names. */
public interface BearerTokens {
  /** Whom the token names; empty for one that is foreign, changed, expired or not good yet. */
  Optional<Caller> verify(String token, Instant now);

  /** These tokens, and where they do not know one, others. */
  default BearerTokens or(BearerTokens others) {
    return (token, now) -> verify(token, now).or(() -> others.verify(token, now));
  }
}
