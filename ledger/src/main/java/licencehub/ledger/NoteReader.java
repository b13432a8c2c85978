package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.model.ledger.Checkpoint;

/**
 * Reads checkpoints that may come from anybody and believes those signed by one key. Signatures by
 * other keys (witnesses, a coming key) are passed over, as C2SP signed-note demands.
 */
public final class NoteReader {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final VerifierKey key;

  public NoteReader(VerifierKey key) {
    this.key = key;
  }

  /** Every signature that claims to be by the key must be right, and at least one must be. */
  public ProofResult read(byte[] bytes) {
    if (bytes.length > SignedNote.MAX_BYTES) {
      return new Refused(ProofFlaw.NOTE_TOO_LARGE);
    }
    Optional<SignedNote> read = SignedNote.parse(bytes);
    if (read.isEmpty()) {
      return new Refused(ProofFlaw.NOTE_MALFORMED);
    }
    SignedNote note = read.get();
    Optional<ProofFlaw> flaw = flaw(note);
    if (flaw.isPresent()) {
      return new Refused(flaw.get());
    }
    return checkpoint(note, new String(bytes, UTF_8));
  }

  private Optional<ProofFlaw> flaw(SignedNote note) {
    List<SignedNote.Signature> ours =
        note.signatures().stream()
            .filter(it -> it.name().equals(key.name()) && it.id() == key.id())
            .toList();
    if (ours.isEmpty()) {
      return Optional.of(ProofFlaw.SIGNATURE_MISSING);
    }
    byte[] text = note.text().getBytes(UTF_8);
    return ours.stream().allMatch(it -> key.verifies(text, it.value()))
        ? Optional.empty()
        : Optional.of(ProofFlaw.SIGNATURE_WRONG);
  }

  private ProofResult checkpoint(SignedNote note, String whole) {
    List<String> lines = note.text().lines().toList();
    if (lines.size() < 3
        || !SIZE.matcher(lines.get(1)).matches()
        || lines.subList(3, lines.size()).contains("")) {
      return new Refused(ProofFlaw.NOTE_MALFORMED);
    }
    if (!lines.getFirst().equals(key.name())) {
      return new Refused(ProofFlaw.ORIGIN_DIFFERS);
    }
    return Base64Text.digest(lines.get(2))
        .<ProofResult>map(
            root -> new Proven(new Checkpoint(Long.parseLong(lines.get(1)), root, whole)))
        .orElse(new Refused(ProofFlaw.NOTE_MALFORMED));
  }
}
