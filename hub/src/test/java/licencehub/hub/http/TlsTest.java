package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Departments that come by mutual TLS with the certificate they sign with. */
class TlsTest {
  private static final CertificateAuthority SERVER = Department.root();

  @TempDir static Path folder;
  private static RunningEdge hub;
  private static Path keys;

  @BeforeAll
  static void start() throws IOException {
    keys = Files.createDirectories(folder.resolve("tls"));
    Path chain =
        Files.write(keys.resolve("server.pem"), SignerKey.pem(List.of(SERVER.key().certificate())));
    Path key = keys.resolve("server-key.pem");
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(SERVER.key().privateKey().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    Path trusted = keys.resolve("clients.pem");
    HttpSettings plain = HttpSettings.loopback(0);
    hub =
        RunningEdge.start(
            folder,
            authority -> {
              write(trusted, SignerKey.pem(List.of(authority.key().certificate())));
              return new HttpSettings(
                  plain.host(),
                  0,
                  new HttpSettings.Tls(chain, key, List.of(trusted)),
                  plain.limits(),
                  plain.rates(),
                  plain.withheld());
            });
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void a_department_is_known_by_its_certificate() throws Exception {
    HttpResponse<String> reply = get("/api/v1/quarantine", hub.alpha.key());
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
  }

  @Test
  void a_certificate_that_no_department_lists_is_nobodys() throws Exception {
    assertThat(get("/api/v1/quarantine", hub.beta.key()).statusCode()).isEqualTo(401);
    assertThat(get("/health", hub.beta.key()).statusCode()).isEqualTo(200);
  }

  @Test
  void without_a_certificate_the_public_part_answers() throws Exception {
    assertThat(get("/health", null).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/quarantine", null).statusCode()).isEqualTo(401);
  }

  @Test
  void a_certificate_of_a_foreign_authority_does_not_connect() {
    SignerKey foreign =
        Department.root()
            .issue(Subject.of("Stranger"), Algorithm.ES256, Department.VALID, new SecureRandom());
    assertThatThrownBy(() -> get("/health", foreign)).isInstanceOf(IOException.class);
  }

  @Test
  void a_token_works_over_tls_as_well() throws Exception {
    String token = hub.tokens.issue(hub.beta.caller(), java.time.Instant.now());
    HttpRequest request =
        request("/api/v1/quarantine").header("Authorization", "Bearer " + token).build();
    assertThat(client(null).send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> get(String path, @Nullable SignerKey key) throws Exception {
    return client(key).send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + hub.edge.port() + path));
  }

  private static HttpClient client(@Nullable SignerKey key)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store(key), new char[0]);
    context.init(
        own.getKeyManagers(),
        new TrustManager[] {new PinnedServer(SERVER.key().certificate())},
        null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static KeyStore store(@Nullable SignerKey key)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (key != null) {
      store.setKeyEntry(
          "own", key.privateKey(), new char[0], key.chain().toArray(Certificate[]::new));
    }
    return store;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
