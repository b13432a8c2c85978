package licencehub.hub.http;

import io.javalin.http.Context;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import licencehub.hub.access.BearerTokens;
import licencehub.hub.access.Caller;
import licencehub.hub.access.ClientCertificates;
import licencehub.hub.http.Identity.Known;
import licencehub.hub.http.Identity.Unknown;

/** Finds out who sends a request: by bearer token, else by client certificate, else anyone. */
final class Identities {
  private static final String CHAIN = "jakarta.servlet.request.X509Certificate";
  private static final String BEARER = "Bearer ";

  private final BearerTokens tokens;
  private final ClientCertificates certificates;

  Identities(BearerTokens tokens, ClientCertificates certificates) {
    this.tokens = tokens;
    this.certificates = certificates;
  }

  Identity of(Context context, Instant now) {
    String header = context.header("Authorization");
    if (header == null) {
      return new Known(byCertificate(context).orElse(Caller.ANYONE));
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new Unknown();
    }
    Optional<Caller> caller = tokens.verify(header.substring(BEARER.length()).strip(), now);
    return caller.isPresent() ? new Known(caller.get()) : new Unknown();
  }

  private Optional<Caller> byCertificate(Context context) {
    Object chain = context.req().getAttribute(CHAIN);
    return chain instanceof X509Certificate[] it && it.length > 0
        ? certificates.find(it[0])
        : Optional.empty();
  }
}
