package licencehub.hub.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import licencehub.model.code.CreditCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server that publishes its keys. */
class OutsideTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final String ISSUER = "https://login.example";
  private static final String HUB = "sz.example/hub";
  private static final String DEPARTMENT = "91350100M000100Y43";

  private final ECKey key = key("one");
  private final HttpServer service = service();
  private OutsideTokens tokens = OutsideTokens.of(ISSUER, URI.create("http://unused"), HUB);

  @BeforeEach
  void publish() {
    service.createContext(
        "/keys",
        call -> {
          byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
          call.sendResponseHeaders(200, keys.length);
          try (var body = call.getResponseBody()) {
            body.write(keys);
          }
        });
    service.start();
    tokens = OutsideTokens.of(ISSUER, address(), HUB);
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void a_token_of_the_service_names_its_caller() throws JOSEException {
    assertThat(tokens.verify(signed(claims().build(), key), NOW))
        .contains(new Caller("zhang.san", Role.APPROVER, new CreditCode(DEPARTMENT)));
  }

  @Test
  void another_issuer_or_audience_names_nobody() throws JOSEException {
    assertThat(tokens.verify(signed(claims().issuer("https://other").build(), key), NOW)).isEmpty();
    assertThat(tokens.verify(signed(claims().audience("mail").build(), key), NOW)).isEmpty();
  }

  @Test
  void a_token_ends_and_begins_when_it_says() throws JOSEException {
    String token = signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(60))).build(), key);
    assertThat(tokens.verify(token, NOW)).isEmpty();
    assertThat(tokens.verify(token, NOW.plusSeconds(60))).isPresent();
    assertThat(tokens.verify(token, NOW.plusSeconds(600))).isEmpty();
  }

  @Test
  void a_foreign_key_a_shared_secret_and_no_signature_name_nobody() throws JOSEException {
    assertThat(tokens.verify(signed(claims().build(), key("one")), NOW)).isEmpty();
    SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    shared.sign(new MACSigner(key.toPublicJWK().toString().getBytes(UTF_8)));
    assertThat(tokens.verify(shared.serialize(), NOW)).isEmpty();
    assertThat(tokens.verify(new PlainJWT(claims().build()).serialize(), NOW)).isEmpty();
    assertThat(tokens.verify("no token", NOW)).isEmpty();
  }

  @Test
  void a_role_the_hub_does_not_know_names_nobody() throws JOSEException {
    assertThat(tokens.verify(signed(claims().claim("role", "root").build(), key), NOW)).isEmpty();
    assertThat(tokens.verify(signed(claims().claim("role", null).build(), key), NOW)).isEmpty();
  }

  @Test
  void when_the_service_is_silent_its_tokens_name_nobody_and_others_still_count()
      throws JOSEException {
    service.stop(0);
    Caller other = new Caller("own", Role.OPERATOR, null);
    BearerTokens both = tokens.or((token, now) -> java.util.Optional.of(other));
    assertThat(tokens.verify(signed(claims().build(), key), NOW)).isEmpty();
    assertThat(both.verify("x", NOW)).contains(other);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(HUB)
        .subject("zhang.san")
        .claim("role", "approver")
        .claim("department", DEPARTMENT)
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(10))));
  }

  private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/keys");
  }

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer service() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
