package licencehub.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import licencehub.model.MalformedValue;
import licencehub.model.code.CreditCode;
import licencehub.model.event.Organisation;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificatesTest {
  private static final Validity VALID =
      new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
  private static final CertificateAuthority ROOT =
      CertificateAuthority.root(Subject.of("Root"), Algorithm.ES256, VALID, new SecureRandom());
  private static final Organisation MARKET =
      new Organisation(CreditCode.complete("11440300MB2C00001"), "示范市市场监督管理局");
  private static final Organisation CIVIL =
      new Organisation(CreditCode.complete("11440300MB2C00002"), "示范市民政局");

  @TempDir Path folder;

  @Test
  void a_certificate_names_the_department_that_lists_it() throws IOException {
    SignerKey key = key(Algorithm.ES256);
    ClientCertificates certificates = ClientCertificates.of(Map.of(MARKET, List.of(pem(key))));
    assertThat(certificates.find(key.certificate()))
        .contains(new Caller(MARKET.code().text(), Role.DEPARTMENT, MARKET.code()));
  }

  @Test
  void der_files_count_as_well() throws IOException, CertificateEncodingException {
    SignerKey key = key(Algorithm.ES256);
    Path file = Files.write(folder.resolve("a.der"), key.certificate().getEncoded());
    assertThat(ClientCertificates.of(Map.of(MARKET, List.of(file))).find(key.certificate()))
        .isPresent();
  }

  @Test
  void a_chinese_signer_does_not_disturb_the_others() throws IOException {
    SignerKey key = key(Algorithm.SM2_SM3);
    ClientCertificates certificates = ClientCertificates.of(Map.of(MARKET, List.of(pem(key))));
    assertThat(certificates.find(key.certificate())).isPresent();
  }

  @Test
  void another_certificate_of_the_same_issuer_names_nobody() throws IOException {
    ClientCertificates certificates =
        ClientCertificates.of(Map.of(MARKET, List.of(pem(key(Algorithm.ES256)))));
    assertThat(certificates.find(key(Algorithm.ES256).certificate())).isEmpty();
  }

  @Test
  void the_issuer_of_a_signers_certificate_names_nobody() throws IOException {
    ClientCertificates certificates =
        ClientCertificates.of(Map.of(MARKET, List.of(pem(key(Algorithm.ES256)))));
    assertThat(certificates.find(ROOT.key().certificate())).isEmpty();
  }

  @Test
  void two_departments_cannot_share_a_certificate() throws IOException {
    List<Path> file = List.of(pem(key(Algorithm.ES256)));
    assertThatThrownBy(() -> ClientCertificates.of(Map.of(MARKET, file, CIVIL, file)))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void a_file_without_a_certificate_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.pem"), "nothing");
    assertThatThrownBy(() -> ClientCertificates.of(Map.of(MARKET, List.of(file))))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("empty.pem");
  }

  private static SignerKey key(Algorithm algorithm) {
    return ROOT.issue(Subject.of("Signer"), algorithm, VALID, new SecureRandom());
  }

  private Path pem(SignerKey key) throws IOException {
    return Files.write(Files.createTempFile(folder, "signer", ".pem"), SignerKey.pem(key.chain()));
  }
}
