package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteReaderTest {
  private static final Digest ROOT = Digest.of("root".getBytes(UTF_8));

  @TempDir private Path folder;
  private CheckpointSigner signer;
  private NoteReader reader;
  private Checkpoint checkpoint;

  @BeforeEach
  void sign() {
    signer = Samples.signer(folder);
    reader = new NoteReader(signer.verifierKey());
    checkpoint = signer.sign(42, ROOT);
  }

  @Test
  void a_checkpoint_is_read_back() {
    assertThat(read(checkpoint.note())).isEqualTo(new Proven(checkpoint));
  }

  @Test
  void the_empty_log_has_a_checkpoint_too() {
    Checkpoint empty = signer.sign(0, MerkleTree.emptyRoot());
    assertThat(read(empty.note())).isEqualTo(new Proven(empty));
  }

  @Test
  void signatures_by_witnesses_are_passed_over() {
    String line = witnessLine("witness.example/w1");
    assertThat(read(checkpoint.note() + line)).isInstanceOf(Proven.class);
    assertThat(read(checkpoint.note().replace("\n\n", "\n\n" + line))).isInstanceOf(Proven.class);
  }

  @Test
  void a_signature_by_another_key_of_the_same_name_is_passed_over() {
    assertThat(read(checkpoint.note() + witnessLine(Samples.ORIGIN))).isInstanceOf(Proven.class);
    String text = checkpoint.note().split("\n\n", 2)[0] + "\n\n";
    assertThat(read(text + witnessLine(Samples.ORIGIN)))
        .isEqualTo(new Refused(ProofFlaw.SIGNATURE_MISSING));
  }

  @Test
  void one_wrong_signature_by_the_key_condemns_the_note() {
    String wrong = signer.sign(43, ROOT).note().split("\n\n", 2)[1];
    assertThat(read(checkpoint.note() + wrong)).isEqualTo(new Refused(ProofFlaw.SIGNATURE_WRONG));
  }

  @Test
  void a_signed_text_that_is_no_checkpoint_is_refused() {
    NoteReader go = new NoteReader(VerifierKeyTest.GO_KEY);
    assertThat(go.read(VerifierKeyTest.GO_NOTE.getBytes(UTF_8)))
        .isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
  }

  @Test
  void a_note_larger_than_any_real_one_is_refused_unread() {
    assertThat(reader.read(new byte[SignedNote.MAX_BYTES + 1]))
        .isEqualTo(new Refused(ProofFlaw.NOTE_TOO_LARGE));
  }

  @Test
  void more_signatures_than_anybody_needs_are_refused() {
    String line = witnessLine("witness.example/w1");
    assertThat(read(checkpoint.note() + line.repeat(16))).isInstanceOf(Proven.class);
    assertThat(read(checkpoint.note() + line.repeat(64)))
        .isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "text only\n",
        "text\n\n",
        "text\n\nno dash\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAAA=",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAB=\n",
        "te\tt\n\n\u2014 name AAAAAAA=\n",
        "te\rt\n\n\u2014 name AAAAAAA=\n"
      })
  void what_is_no_signed_note_is_refused(String text) {
    assertThat(read(text)).isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
  }

  @Test
  void bytes_that_are_no_utf8_are_refused() {
    byte[] bytes = checkpoint.note().getBytes(UTF_8);
    bytes[3] = (byte) 0xff;
    assertThat(reader.read(bytes)).isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
  }

  @Test
  void a_size_in_another_spelling_is_refused_though_signed() {
    for (String size : List.of("042", "+42", "-1", "4 2", "", "9999999999999999999", "0x2a")) {
      String text = Samples.ORIGIN + "\n" + size + "\n" + Base64Text.encode(ROOT.bytes()) + "\n";
      assertThat(read(signer.note(text))).isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
    }
  }

  @Test
  void a_root_that_is_no_digest_is_refused_though_signed() {
    for (String root : List.of("", "AAAA", "not base64")) {
      String text = Samples.ORIGIN + "\n42\n" + root + "\n";
      assertThat(read(signer.note(text))).isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
    }
  }

  @Test
  void extension_lines_are_taken_unless_empty() {
    String text = Samples.ORIGIN + "\n42\n" + Base64Text.encode(ROOT.bytes()) + "\n";
    assertThat(read(signer.note(text + "extension\n"))).isInstanceOf(Proven.class);
    assertThat(read(signer.note(text + "\nextension\n")))
        .isEqualTo(new Refused(ProofFlaw.NOTE_MALFORMED));
  }

  @Test
  void a_checkpoint_of_another_log_is_refused_though_signed() {
    String text = "other.example/log\n42\n" + Base64Text.encode(ROOT.bytes()) + "\n";
    assertThat(read(signer.note(text))).isEqualTo(new Refused(ProofFlaw.ORIGIN_DIFFERS));
  }

  @Test
  void every_flaw_is_told_in_both_languages() {
    assertThat(ProofFlaw.values())
        .extracting(it -> it.text().toString())
        .doesNotHaveDuplicates()
        .allMatch(it -> it.matches("(?s).*[\u4e00-\u9fff].*[a-z].*"));
  }

  private String witnessLine(String name) {
    Path file = folder.resolve("witness.pem");
    CheckpointSigner witness = CheckpointSigner.open(name, file, new SecureRandom());
    return witness.sign(42, ROOT).note().split("\n\n", 2)[1];
  }

  private ProofResult read(String note) {
    return reader.read(note.getBytes(UTF_8));
  }
}
