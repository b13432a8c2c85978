package licencehub.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import licencehub.model.MalformedValue;
import licencehub.model.code.CreditCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Caller DEPARTMENT =
      new Caller("sz-market", Role.DEPARTMENT, new CreditCode("91350100M000100Y43"));

  @TempDir Path folder;
  private Path key = Path.of("");
  private Tokens tokens = Tokens.open(Path.of("target", "unused.key"), LIFETIME);

  @BeforeEach
  void open() {
    key = folder.resolve("keys").resolve("tokens.key");
    tokens = Tokens.open(key, LIFETIME);
  }

  @Test
  void a_token_names_its_caller_again() {
    assertThat(tokens.verify(tokens.issue(DEPARTMENT, NOW), NOW)).contains(DEPARTMENT);
  }

  @Test
  void every_role_travels() {
    for (Role role : Role.values()) {
      Caller caller = new Caller("x", role, new CreditCode("91350100M000100Y43"));
      assertThat(tokens.verify(tokens.issue(caller, NOW), NOW)).contains(caller);
    }
  }

  @Test
  void a_token_ends_with_its_lifetime_even_when_it_was_used_before() {
    String token = tokens.issue(DEPARTMENT, NOW);
    assertThat(tokens.verify(token, NOW.plus(LIFETIME).minusSeconds(1))).isPresent();
    assertThat(tokens.verify(token, NOW.plus(LIFETIME))).isEmpty();
  }

  @Test
  void a_token_is_not_good_before_it_was_issued() {
    assertThat(tokens.verify(tokens.issue(DEPARTMENT, NOW), NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void a_token_outlives_a_restart_of_the_hub() {
    String token = tokens.issue(DEPARTMENT, NOW);
    assertThat(Tokens.open(key, LIFETIME).verify(token, NOW)).contains(DEPARTMENT);
  }

  @Test
  void a_token_of_another_hub_names_nobody() {
    Tokens other = Tokens.open(folder.resolve("other.key"), LIFETIME);
    assertThat(tokens.verify(other.issue(DEPARTMENT, NOW), NOW)).isEmpty();
  }

  @Test
  void a_changed_token_names_nobody() {
    String[] parts = tokens.issue(DEPARTMENT, NOW).split("\\.", -1);
    String operator = tokens.issue(new Caller("x", Role.OPERATOR, null), NOW).split("\\.", -1)[1];
    assertThat(tokens.verify(parts[0] + '.' + operator + '.' + parts[2], NOW)).isEmpty();
  }

  @Test
  void a_token_without_signature_names_nobody() {
    assertThat(tokens.verify(new PlainJWT(claims()).serialize(), NOW)).isEmpty();
  }

  @Test
  void a_token_under_another_algorithm_names_nobody() throws IOException, JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS384), claims());
    byte[] longer = java.util.Arrays.copyOf(Files.readAllBytes(key), 48);
    jwt.sign(new MACSigner(longer));
    assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
  }

  @Test
  void a_token_without_end_names_nobody() throws IOException, JOSEException {
    JWTClaimsSet endless = new JWTClaimsSet.Builder(claims()).expirationTime(null).build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), endless);
    jwt.sign(new MACSigner(Files.readAllBytes(key)));
    assertThat(tokens.verify(jwt.serialize(), NOW)).isEmpty();
  }

  @Test
  void rubbish_names_nobody() {
    assertThat(tokens.verify("", NOW)).isEmpty();
    assertThat(tokens.verify("a.b.c", NOW)).isEmpty();
    assertThat(tokens.verify("x".repeat(100_000), NOW)).isEmpty();
  }

  @Test
  void the_key_is_for_its_owner_alone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.size(key)).isEqualTo(32);
  }

  @Test
  void a_cut_key_file_is_refused() throws IOException {
    Files.write(key, new byte[16]);
    assertThatThrownBy(() -> Tokens.open(key, LIFETIME)).hasMessageContaining("32");
  }

  @Test
  void a_department_without_a_code_is_no_caller() {
    assertThatThrownBy(() -> new Caller("x", Role.DEPARTMENT, null))
        .isInstanceOf(MalformedValue.class);
  }

  private static JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .issuer("licencehub")
        .subject("x")
        .claim("role", "operator")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plus(LIFETIME)))
        .build();
  }
}
