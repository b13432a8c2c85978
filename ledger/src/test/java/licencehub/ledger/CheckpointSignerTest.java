package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import licencehub.ledger.ProofResult.Proven;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointSignerTest {
  private static final Digest ROOT = Digest.of("root".getBytes(UTF_8));

  @TempDir private Path folder;

  @Test
  void a_checkpoint_is_origin_size_root_and_one_signature_line() {
    Checkpoint checkpoint = Samples.signer(folder).sign(42, ROOT);
    assertThat(checkpoint.note().lines())
        .hasSize(5)
        .startsWith("hub.example/ledger", "42", Base64Text.encode(ROOT.bytes()), "");
    assertThat(checkpoint.note()).matches("(?s).*\n\n\u2014 hub\\.example/ledger [^\n]{92}\n");
  }

  @Test
  void the_public_key_is_the_one_of_the_standard() {
    byte[] typed = HexFormat.of().parseHex("01" + Samples.PUBLIC);
    assertThat(Samples.signer(folder).verifierKey().toString())
        .startsWith("hub.example/ledger+")
        .endsWith("+" + Base64Text.encode(typed));
  }

  @Test
  void a_new_key_is_its_owners_alone_and_stays() throws IOException {
    Path file = folder.resolve("keys/ledger.pem");
    CheckpointSigner first = open(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(open(file).verifierKey()).isEqualTo(first.verifierKey());
    assertThat(open(folder.resolve("other.pem")).verifierKey()).isNotEqualTo(first.verifierKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----"})
  void a_key_that_others_may_read_or_replace_is_refused(String permissions) throws IOException {
    Path file = folder.resolve("ledger.pem");
    open(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n",
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
        -----END PUBLIC KEY-----
        """
      })
  void a_file_without_an_ed25519_key_is_refused(String text) throws IOException {
    Path file = folder.resolve("ledger.pem");
    open(file);
    Files.writeString(file, text);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("ledger.pem")
        .hasMessageContaining("openssl genpkey");
  }

  @Test
  void a_key_file_that_cannot_be_made_is_unavailable() throws IOException {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> open(notAFolder.resolve("ledger.pem")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("ledger.pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hub example", "hub+example", "hub\nexample", "hub\u3000example"})
  void an_origin_that_no_note_can_name_is_refused(String origin) {
    Path file = folder.resolve("ledger.pem");
    assertThatThrownBy(() -> CheckpointSigner.open(origin, file, new SecureRandom()))
        .isInstanceOf(MalformedValue.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void openssl_verifies_a_checkpoint_and_reads_the_key_file() throws Exception {
    assumeTrue(openssl("version").matches("OpenSSL ([3-9]|[1-9]\\d)\\..*\n"), "no OpenSSL 3 here");
    Path key = folder.resolve("ledger.pem");
    CheckpointSigner signer = open(key);
    SignedNote note = SignedNote.parse(signer.sign(42, ROOT).note().getBytes(UTF_8)).orElseThrow();
    String pem = write("public.pem", signer.verifierKey().pem().getBytes(UTF_8));
    String text = write("text", note.text().getBytes(UTF_8));
    String wrong = write("wrong", "another text\n".getBytes(UTF_8));
    String signature = write("signature", note.signatures().getFirst().value());
    String[] verify = {"pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", pem};
    assertThat(openssl(verify, "-sigfile", signature, "-in", text)).contains("Successfully");
    assertThat(openssl(verify, "-sigfile", signature, "-in", wrong)).contains("Failure");
    assertThat(openssl("pkey", "-in", key.toString(), "-pubout"))
        .isEqualTo(signer.verifierKey().pem());
  }

  @Test
  void a_key_made_by_openssl_signs() throws Exception {
    assumeTrue(openssl("version").matches("OpenSSL ([3-9]|[1-9]\\d)\\..*\n"), "no OpenSSL 3 here");
    Path key = folder.resolve("made.pem");
    openssl("genpkey", "-algorithm", "ed25519", "-out", key.toString());
    CheckpointSigner signer = open(key);
    byte[] note = signer.sign(42, ROOT).note().getBytes(UTF_8);
    assertThat(new NoteReader(signer.verifierKey()).read(note)).isInstanceOf(Proven.class);
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static CheckpointSigner open(Path file) {
    return CheckpointSigner.open(Samples.ORIGIN, file, new SecureRandom());
  }

  private static String openssl(String[] command, String... more) throws Exception {
    String[] whole = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, whole, command.length, more.length);
    return openssl(whole);
  }

  /** What it printed; empty where there is no OpenSSL. */
  private static String openssl(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "openssl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      return printed;
    } catch (IOException e) {
      return "";
    }
  }
}
