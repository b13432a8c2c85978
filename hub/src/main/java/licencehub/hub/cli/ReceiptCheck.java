package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.ledger.ReceiptVerifier;
import licencehub.ledger.TlogProof;
import licencehub.ledger.VerifierKey;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** Checks receipts one after the other and says what it found. */
final class ReceiptCheck {
  private final List<VerifierKey> keys;
  private final byte @Nullable [] original;
  private final Talk talk;

  /**
   * @param keys of the ledger; each must have signed the checkpoint
   * @param original what was submitted; null when that is not asked
   */
  ReceiptCheck(List<VerifierKey> keys, byte @Nullable [] original, Talk talk) {
    this.keys = keys;
    this.original = original;
    this.talk = talk;
  }

  /** Whether everything about the receipt is right. */
  boolean passes(TlogProof proof) {
    boolean included = line(included(proof), INCLUDED);
    boolean signed = true;
    for (VerifierKey key : keys) {
      Text what =
          Text.of(
              "检查点由账本 " + key.name() + " 以 " + key.algorithm() + " 签名",
              "the checkpoint is signed by the ledger " + key.name() + " with " + key.algorithm());
      signed &= line(new NoteReader(key).read(proof.note().getBytes(UTF_8)), what);
    }
    return included && signed && about(proof);
  }

  private ProofResult included(TlogProof proof) {
    return new ReceiptVerifier(keys.getFirst()).verify(proof);
  }

  /** Says what the entry states, and compares it with what was submitted. */
  private boolean about(TlogProof proof) {
    LedgerEntry entry;
    try {
      entry = LedgerEntry.parse(proof.entry());
    } catch (RuntimeException e) {
      say(false, Text.of("条目不是本版本的格式", "the entry is not of a form this version knows"));
      return false;
    }
    talk.out()
        .printf(
            "    第%d条 entry %d：%s %s v%d，来源 source %s，编号 id %s，接收 received %s%n",
            proof.index() + 1,
            proof.index(),
            entry.type().text().zh(),
            entry.type().wire(),
            entry.version(),
            entry.source(),
            entry.id(),
            entry.receivedAt());
    if (original == null) {
      return true;
    }
    Digest digest = Digest.of(original);
    boolean same = digest.equals(entry.original()) || digest.equals(entry.document());
    say(same, same ? SAME : OTHER);
    return same;
  }

  private boolean line(ProofResult result, Text what) {
    return switch (result) {
      case Proven it -> {
        say(true, what);
        yield true;
      }
      case Refused(var flaw) -> {
        say(
            false,
            Text.of(
                what.zh() + "：不成立，" + flaw.text().zh(), what.en() + ": no. " + flaw.text().en()));
        yield false;
      }
    };
  }

  private void say(boolean good, Text text) {
    String mark = good ? talk.green("  ✓ ") : talk.red("  ✗ ");
    talk.out().println(mark + text);
  }

  private static final Text INCLUDED = Text.of("条目收录在已签名的账本中", "the entry is in the signed ledger");
  private static final Text SAME =
      Text.of("原文正是回执所指", "the submitted bytes are those the receipt is about");
  private static final Text OTHER =
      Text.of("原文与回执所指不同", "the submitted bytes are not those the receipt is about");
}
