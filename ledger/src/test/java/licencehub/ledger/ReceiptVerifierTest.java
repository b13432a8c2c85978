package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One flaw each: whatever is changed in a receipt, it proves nothing any more. */
class ReceiptVerifierTest {
  private static final int INDEX = 4;

  @TempDir private Path folder;
  private LedgerSealer sealer;
  private ReceiptVerifier verifier;
  private Receipt receipt;

  @BeforeEach
  void issue() {
    CheckpointSigner signer = Samples.signer(folder);
    sealer = new LedgerSealer(signer);
    verifier = new ReceiptVerifier(signer.verifierKey());
    receipt = receipts(7).get(INDEX);
  }

  @Test
  void a_sound_receipt_is_proven() {
    assertThat(verifier.verify(receipt)).isEqualTo(new Proven(receipt.checkpoint()));
  }

  @Test
  void another_entry_is_refused() {
    Receipt other = new Receipt(Samples.entry(99), INDEX, receipt.path(), receipt.checkpoint());
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.ROOT_DIFFERS));
  }

  @Test
  void another_index_is_refused() {
    Receipt other = new Receipt(receipt.entry(), 1, receipt.path(), receipt.checkpoint());
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.ROOT_DIFFERS));
  }

  @Test
  void another_path_is_refused() {
    List<Digest> path = receipts(7).get(INDEX - 1).path();
    Receipt other = new Receipt(receipt.entry(), INDEX, path, receipt.checkpoint());
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.ROOT_DIFFERS));
  }

  @Test
  void a_shorter_path_is_refused() {
    List<Digest> path = receipt.path().subList(1, receipt.path().size());
    Receipt other = new Receipt(receipt.entry(), INDEX, path, receipt.checkpoint());
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.PATH_LENGTH));
  }

  @Test
  void an_index_beyond_the_signed_size_is_refused() {
    Checkpoint signed = receipt.checkpoint();
    Checkpoint pretended = new Checkpoint(1000, signed.root(), signed.note());
    Receipt other = new Receipt(receipt.entry(), 7, receipt.path(), pretended);
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.INDEX_OUTSIDE));
  }

  @Test
  void a_size_beside_the_note_that_was_not_signed_is_refused() {
    Checkpoint signed = receipt.checkpoint();
    Checkpoint pretended = new Checkpoint(1000, signed.root(), signed.note());
    Receipt other = new Receipt(receipt.entry(), INDEX, receipt.path(), pretended);
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.CHECKPOINT_DIFFERS));
  }

  @Test
  void a_root_in_the_note_that_was_not_signed_is_refused() {
    Checkpoint forged = receipts(6).get(INDEX).checkpoint();
    String signature = receipt.checkpoint().note().split("\n\n", 2)[1];
    String note = forged.note().split("\n\n", 2)[0] + "\n\n" + signature;
    Receipt other =
        new Receipt(
            receipt.entry(),
            INDEX,
            receipts(6).get(INDEX).path(),
            new Checkpoint(6, forged.root(), note));
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.SIGNATURE_WRONG));
  }

  @Test
  void a_checkpoint_signed_by_another_log_is_refused() {
    CheckpointSigner stranger =
        CheckpointSigner.open(Samples.ORIGIN, folder.resolve("other.pem"), new SecureRandom());
    Receipt other =
        new LedgerSealer(stranger)
            .seal(0, new byte[0], Samples.entries(0, 7))
            .receipts()
            .get(INDEX);
    assertThat(verifier.verify(other)).isEqualTo(new Refused(ProofFlaw.SIGNATURE_MISSING));
  }

  @Test
  void a_receipt_file_holds_all_that_is_needed() {
    String file = TlogProof.of(receipt).toString();
    TlogProof read = TlogProof.parse(file);
    assertThat(read.toString()).isEqualTo(file);
    assertThat(read.entry()).isEqualTo(receipt.entry().bytes());
    assertThat(verifier.verify(read)).isEqualTo(new Proven(receipt.checkpoint()));
  }

  @Test
  void the_receipt_of_the_first_entry_of_all_has_no_path() {
    Receipt only = receipts(1).getFirst();
    assertThat(only.path()).isEmpty();
    assertThat(verifier.verify(TlogProof.parse(TlogProof.of(only).toString())))
        .isEqualTo(new Proven(only.checkpoint()));
  }

  @Test
  void no_changed_byte_of_a_receipt_file_goes_unnoticed() {
    byte[] file = TlogProof.of(receipt).toString().getBytes(UTF_8);
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThat(proves(changed)).as("byte %d", at).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v2\nextra AA==\nindex 0\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nextra AB==\nindex 0\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nextra AA==\nindex 00\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nextra AA==\nindex 0\nAA==\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nextra AA==\nindex 99999999999999999999\n\nnote\n"
      })
  void what_is_no_receipt_file_is_refused_without_repeating_it(String text) {
    assertThatThrownBy(() -> TlogProof.parse(text))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("tlog-proof");
  }

  private boolean proves(byte[] file) {
    try {
      return verifier.verify(TlogProof.parse(new String(file, UTF_8))) instanceof Proven;
    } catch (MalformedValue e) {
      return false;
    }
  }

  private List<Receipt> receipts(int size) {
    return sealer.seal(0, new byte[0], Samples.entries(0, size)).receipts();
  }
}
