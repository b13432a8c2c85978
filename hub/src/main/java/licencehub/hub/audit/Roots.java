package licencehub.hub.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licencehub.hub.audit.Discrepancy.Kind;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.ledger.Proofs;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.HashReader;

/** Compares signed checkpoints with the roots that were computed anew. */
final class Roots {
  static final Text NEWEST = Text.of("最新检查点", "the newest checkpoint");
  static final Text KEPT = Text.of("另存的检查点", "a checkpoint kept elsewhere");

  private final List<VerifierKey> keys;
  private final long entries;
  private final Proofs computed;
  private final AuditReport.Draft draft;

  /**
   * @param entries of the ledger
   * @param computed its hashes, computed anew
   */
  Roots(List<VerifierKey> keys, long entries, HashReader computed, AuditReport.Draft draft) {
    this.keys = keys;
    this.entries = entries;
    this.computed = new Proofs(computed);
    this.draft = draft;
  }

  /** Each key must have signed the note, and its root must be that of the entries. */
  void check(String note, Text which) {
    Set<Checkpoint> signed = new HashSet<>();
    for (VerifierKey key : keys) {
      switch (new NoteReader(key).read(note.getBytes(UTF_8))) {
        case ProofResult.Refused(var flaw) ->
            unproven(
                "checkpoint",
                which.zh() + "（" + key.algorithm() + "）：" + flaw.text().zh(),
                which.en() + " (" + key.algorithm() + "): " + flaw.text().en());
        case ProofResult.Proven(Checkpoint checkpoint) -> signed.add(checkpoint);
      }
    }
    signed.forEach(it -> compare(it, which));
  }

  private void compare(Checkpoint checkpoint, Text which) {
    String place = "checkpoint " + checkpoint.size();
    if (checkpoint.size() > entries) {
      unproven(
          place,
          which.zh() + "有" + checkpoint.size() + "条，账本只有" + entries + "条",
          which.en() + " has " + checkpoint.size() + " entries, the ledger only " + entries);
    } else if (!computed.root(checkpoint.size()).equals(checkpoint.root())) {
      unproven(
          place,
          which.zh() + "的根与库中内容不符",
          "the contents do not add up to the root of " + which.en());
    }
  }

  private void unproven(String place, String zh, String en) {
    draft.add(new Discrepancy(Kind.UNPROVEN, place, Text.of(zh, en)));
  }
}
