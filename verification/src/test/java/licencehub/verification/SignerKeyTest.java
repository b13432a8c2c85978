package licencehub.verification;

import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignerKeyTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void a_saved_key_signs_as_before(Algorithm algorithm) {
    SignerKey key = Town.key(algorithm);
    Path file = folder.resolve("key.pem");
    key.save(file);
    SignerKey loaded = SignerKey.load(file);
    assertThat(loaded.chain()).isEqualTo(key.chain());
    byte[] dsse = new EnvelopeSigner(loaded, RANDOM).dsse(PAYLOAD);
    assertThat(Town.examine(Town.verifier(Town.trust(key)), dsse).report().verdict())
        .isEqualTo(new Verdict.Trusted());
  }

  @Test
  void only_the_owner_can_read_a_saved_key() throws Exception {
    Path file = folder.resolve("key.pem");
    Town.key(Algorithm.SM2_SM3).save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_is_never_overwritten() throws Exception {
    Path file = folder.resolve("key.pem");
    Town.key(Algorithm.SM2_SM3).save(file);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Town.key(Algorithm.ES256).save(file)).isInstanceOf(Unavailable.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_file_without_a_key_is_refused_and_a_missing_one_is_unavailable() throws Exception {
    Path file = folder.resolve("cert.pem");
    Files.write(file, SignerKey.pem(List.of(Town.ROOT.key().certificate())));
    assertThatThrownBy(() -> SignerKey.load(file))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("cert.pem");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> SignerKey.load(file)).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> SignerKey.load(folder.resolve("none")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void the_text_form_shows_no_secret() {
    SignerKey key = Town.key(Algorithm.SM2_SM3);
    assertThat(key).hasToString("SignerKey[" + key.id() + "]");
  }

  @Test
  void trust_reads_files_and_folders() throws Exception {
    Files.write(folder.resolve("root.pem"), SignerKey.pem(List.of(Town.ROOT.key().certificate())));
    Path signers = Files.createDirectory(folder.resolve("signers"));
    Files.write(
        signers.resolve("a.pem"),
        SignerKey.pem(List.of(Town.key(Algorithm.SM2_SM3).certificate())));
    Files.write(signers.resolve("b.cer"), Town.key(Algorithm.ES256).certificate().getEncoded());
    Files.writeString(signers.resolve("readme.txt"), "not a certificate");
    Trust trust = Trust.read(List.of(folder.resolve("root.pem")), List.of(), List.of(signers));
    assertThat(trust.anchors()).containsExactly(Town.ROOT.key().certificate());
    assertThat(trust.signers()).hasSize(2);
    assertThatThrownBy(
            () -> Trust.read(List.of(signers.resolve("readme.txt")), List.of(), List.of()))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("readme.txt");
  }
}
