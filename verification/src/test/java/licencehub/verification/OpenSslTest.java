package licencehub.verification;

import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import licencehub.model.Verdict;
import licencehub.verification.envelope.Dsse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the machine's own openssl signs is trusted here, and the other way round. OpenSSL 3.0 itself
 * cannot make or verify a CMS with SM2 or Ed25519, so those two meet it as bare signatures.
 */
class OpenSslTest {
  @TempDir private Path folder;

  @BeforeEach
  void needs_openssl_3() throws Exception {
    assumeTrue(
        version().startsWith("OpenSSL 3"),
        "没有OpenSSL 3，跳过互通测试 OpenSSL 3 is not on this machine: interoperability is not tested");
  }

  @ParameterizedTest
  @EnumSource(names = {"SM2_SM3", "EDDSA"})
  void openssl_verifies_our_bare_signature(Algorithm algorithm) throws Exception {
    SignerKey key = Town.key(algorithm);
    byte[] dsse = Town.signer(algorithm).dsse(PAYLOAD);
    SignatureVerifier verifier = Town.verifier(Town.trust(key));
    write("sig", Town.opened(verifier.open(dsse)).claims().get(0).signature());
    write("msg", Dsse.signed(PAYLOAD));
    write("cert.pem", SignerKey.pem(List.of(key.certificate())));
    List<String> verify =
        List.of("pkeyutl", "-verify", "-certin", "-inkey", "cert.pem", "-in", "msg");
    assertThat(openssl(join(verify, List.of("-sigfile", "sig"), raw(algorithm))))
        .contains("Signature Verified Successfully");
  }

  @ParameterizedTest
  @EnumSource(names = {"SM2_SM3", "EDDSA"})
  void we_verify_a_bare_signature_openssl_made(Algorithm algorithm) throws Exception {
    SignerKey key = Town.key(algorithm);
    key.save(folder.resolve("key.pem"));
    write("msg", Dsse.signed(PAYLOAD));
    List<String> sign = List.of("pkeyutl", "-sign", "-inkey", "key.pem", "-in", "msg");
    openssl(join(sign, List.of("-out", "sig"), raw(algorithm)));
    byte[] signature = Files.readAllBytes(folder.resolve("sig"));
    byte[] dsse = Dsse.write(PAYLOAD, List.of(new Dsse.Signature(key.id(), "", signature)));
    assertTrusted(key, dsse);
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "PS256", "RS256"})
  void we_verify_a_cms_openssl_made(Algorithm algorithm) throws Exception {
    SignerKey key = Town.key(algorithm);
    key.save(folder.resolve("key.pem"));
    write("msg", PAYLOAD);
    List<String> pss =
        algorithm == Algorithm.PS256
            ? List.of("-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:32")
            : List.of();
    List<String> sign =
        List.of(
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-md",
            "sha256",
            "-signer",
            "key.pem",
            "-in",
            "msg");
    openssl(join(sign, pss, List.of("-outform", "DER", "-out", "cms")));
    assertTrusted(key, Files.readAllBytes(folder.resolve("cms")));
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "PS256", "RS256"})
  void openssl_verifies_our_cms(Algorithm algorithm) throws Exception {
    CertificateAuthority root =
        CertificateAuthority.root(Subject.of("根"), Algorithm.ES256, Town.YEARS, RANDOM);
    SignerKey key = root.issue(Town.department(), algorithm, Town.YEARS, RANDOM);
    write("root.pem", SignerKey.pem(List.of(root.key().certificate())));
    write("cms", new EnvelopeSigner(key, algorithm, RANDOM).cms(PAYLOAD, CmsForm.RFC5652));
    String at = Long.toString(NOON.getEpochSecond());
    List<String> verify =
        List.of("cms", "-verify", "-binary", "-inform", "DER", "-in", "cms", "-CAfile", "root.pem");
    openssl(join(verify, List.of("-purpose", "any", "-attime", at, "-out", "content")));
    assertThat(Files.readAllBytes(folder.resolve("content"))).isEqualTo(PAYLOAD);
  }

  @Test
  void openssl_reads_our_revocation_list() throws Exception {
    byte[] crl = Town.AUTHORITY.revocationList(7, NOON, NOON.plusSeconds(60), List.of(), RANDOM);
    write("crl", crl);
    assertThat(openssl(List.of("crl", "-inform", "DER", "-in", "crl", "-noout", "-text")))
        .contains("SM2-with-SM3");
  }

  /** OpenSSL 3.0's own default user id is empty, not that of GB/T 35276. */
  private static List<String> raw(Algorithm algorithm) {
    return algorithm == Algorithm.SM2_SM3
        ? List.of("-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678")
        : List.of("-rawin");
  }

  private void assertTrusted(SignerKey key, byte[] envelope) {
    Examination examination = Town.examine(Town.verifier(Town.trust(key)), envelope);
    assertThat(examination.report().findings())
        .as("%s", examination)
        .noneMatch(
            it ->
                it.result() == licencehub.model.Finding.Result.FAILED
                    && !it.check().equals("time"));
    assertThat(examination.report().verdict()).isNotInstanceOf(Verdict.Rejected.class);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  @SafeVarargs
  private static List<String> join(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private String version() throws InterruptedException {
    try {
      return openssl(List.of("version"));
    } catch (IOException e) {
      return "";
    }
  }

  private String openssl(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = join(List.of("openssl"), arguments);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
    return text;
  }
}
