package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import licencehub.ledger.Witness.Refusal;
import licencehub.ledger.Witness.Reply;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
  @TempDir Path folder = Path.of("");
  private CheckpointSigner ledger;
  private Cosigner cosigner;
  private final MemoryLog log = MemoryLog.of(300);

  @BeforeEach
  void open() {
    ledger = Samples.signer(folder).withSm2(folder.resolve("sm2.pem"), new SecureRandom());
    cosigner =
        Cosigner.open(
            "witness.example/1",
            folder.resolve("w.pem"),
            folder.resolve("w-sm2.pem"),
            new SecureRandom());
  }

  @Test
  void a_checkpoint_that_continues_the_last_is_cosigned_with_both_keys() {
    String first = cosigned(0, 100);
    String second = cosigned(100, 257);
    for (WitnessKey key : cosigner.keys()) {
      assertThat(key.cosignedAt(first.getBytes(UTF_8))).contains(AT);
      assertThat(WitnessKey.parse(key.toString()).cosignedAt(second.getBytes(UTF_8))).contains(AT);
    }
    assertThat(new NoteReader(ledger.verifierKey()).read(second.getBytes(UTF_8)))
        .isInstanceOf(ProofResult.Proven.class);
  }

  @Test
  void the_signature_is_over_the_bytes_the_standard_names() {
    String note = cosigned(0, 100);
    SignedNote signed = SignedNote.parse(note.getBytes(UTF_8)).orElseThrow();
    byte[] value = signed.signatures().get(2).value();
    byte[] message =
        ("cosignature/v1\ntime " + AT.getEpochSecond() + "\n" + signed.text()).getBytes(UTF_8);
    byte[] typed =
        Base64Text.decode(cosigner.keys().getFirst().toString().split("\\+", 3)[2]).orElseThrow();
    assertThat(typed[0]).isEqualTo((byte) 4);
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(typed, 1));
    verifier.update(message, 0, message.length);
    assertThat(verifier.verifySignature(Arrays.copyOfRange(value, 8, value.length))).isTrue();
  }

  @Test
  void a_changed_note_or_time_and_a_strangers_key_count_as_nothing() {
    String note = cosigned(0, 100);
    WitnessKey key = cosigner.keys().getFirst();
    assertThat(key.cosignedAt(note.replace("\n100\n", "\n101\n").getBytes(UTF_8))).isEmpty();
    Cosigner other =
        Cosigner.open(
            "witness.example/1",
            folder.resolve("o.pem"),
            folder.resolve("o-sm2.pem"),
            new SecureRandom());
    assertThat(other.keys().getFirst().cosignedAt(note.getBytes(UTF_8))).isEmpty();
    assertThatThrownBy(() -> WitnessKey.parse(ledger.verifierKey().toString()))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> VerifierKey.parse(key.toString())).isInstanceOf(MalformedValue.class);
  }

  @Test
  void a_rolled_back_ledger_is_refused_by_name_also_after_a_restart() {
    cosigned(0, 257);
    assertThat(refusal(request(0, 100, log))).isEqualTo(Refusal.ROLLED_BACK);
    assertThat(refusal(request(100, 99, log))).isEqualTo(Refusal.ROLLED_BACK);
  }

  @Test
  void another_history_is_refused_by_name_whatever_its_size() {
    cosigned(0, 200);
    MemoryLog other = new MemoryLog();
    other.append(MemoryLog.leaves(1, 280));
    assertThat(refusal(request(200, 200, other))).isEqualTo(Refusal.SPLIT);
    assertThat(refusal(request(200, 250, other))).isEqualTo(Refusal.INCONSISTENT);
    assertThat(cosigned(200, 250)).contains("witness.example/1");
  }

  @Test
  void who_starts_from_elsewhere_is_told_from_where() {
    cosigned(0, 200);
    assertThat(witness().add(request(0, 250, log), AT)).isEqualTo(new Reply.Elsewhere(200));
  }

  @Test
  void a_ledger_that_is_not_known_and_a_signature_that_lacks_are_refused() {
    CheckpointSigner stranger =
        CheckpointSigner.open("other.example", folder.resolve("s.pem"), new SecureRandom());
    Checkpoint foreign = stranger.sign(1, new Proofs(log).root(1));
    byte[] asked = new AddCheckpoint(0, List.of(), foreign.note()).bytes();
    assertThat(refusal(asked)).isEqualTo(Refusal.UNKNOWN);
    String note = ledger.sign(5, new Proofs(log).root(5)).note();
    int sm2 = note.lastIndexOf(SignedNote.DASH);
    byte[] half = new AddCheckpoint(0, List.of(), note.substring(0, sm2)).bytes();
    assertThat(refusal(half)).isEqualTo(Refusal.UNSIGNED);
    assertThat(refusal("old x\n\n".getBytes(UTF_8))).isEqualTo(Refusal.MALFORMED);
  }

  @Test
  void nothing_is_signed_that_cannot_be_remembered() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    Witness amnesiac = new Witness(cosigner, new FileMemory(file), ledger.verifierKeys());
    assertThatThrownBy(() -> amnesiac.add(request(0, 100, log), AT))
        .isInstanceOf(Unavailable.class);
  }

  private Witness witness() {
    return new Witness(cosigner, new FileMemory(folder.resolve("memory")), ledger.verifierKeys());
  }

  private Refusal refusal(byte[] body) {
    Reply reply = witness().add(body, AT);
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    return ((Reply.Refused) reply).why();
  }

  private String cosigned(long from, long to) {
    Reply reply = witness().add(request(from, to, log), AT);
    assertThat(reply).isInstanceOf(Reply.Cosigned.class);
    return note(to, log) + ((Reply.Cosigned) reply).lines();
  }

  private String note(long size, MemoryLog of) {
    Digest root = new Proofs(of).root(size);
    return ledger.sign(size, root).note();
  }

  private byte[] request(long from, long to, MemoryLog of) {
    List<Digest> proof = from <= to ? new Proofs(of).consistency(from, to) : List.of();
    return new AddCheckpoint(from, proof, note(to, of)).bytes();
  }
}
