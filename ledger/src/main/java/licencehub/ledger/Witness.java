package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licencehub.ledger.ProofResult.Proven;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;

/**
 * Cosigns the checkpoints of ledgers it knows, each only when it continues the last one it cosigned
 * (C2SP tlog-witness). What it cosigned is remembered before the signature leaves, so that not even
 * a crash makes it sign two histories. Safe for any number of threads.
 */
public final class Witness {
  private final Cosigner cosigner;
  private final Memory memory;
  private final Map<String, List<VerifierKey>> ledgers;

  /** The last checkpoint that was cosigned, of each ledger. */
  public interface Memory {
    Optional<Seen> find(String origin);

    /**
     * Returns when it is on disk.
     *
     * @throws licencehub.model.Unavailable when it cannot be kept; nothing is signed then
     */
    void keep(String origin, Seen seen);
  }

  /** A size and the root that was cosigned for it. */
  public record Seen(long size, Digest root) {}

  /** What a ledger is answered. */
  public sealed interface Reply {
    /** The lines to put below the checkpoint. */
    record Cosigned(String lines) implements Reply {}

    /** Nothing was signed. */
    record Refused(Refusal why) implements Reply {}

    /** The ledger starts from another size than this, which was cosigned last. */
    record Elsewhere(long size) implements Reply {}
  }

  /** Why a witness does not cosign. */
  public enum Refusal {
    MALFORMED(400, "请求不合 C2SP tlog-witness 格式", "The request is no add-checkpoint"),
    UNSIGNED(403, "检查点没有该账本全部公钥的签名", "The checkpoint is not signed with all keys of its ledger"),
    UNKNOWN(404, "本见证人不认识这个账本", "This witness does not know the ledger"),
    ROLLED_BACK(
        400, "账本倒退：比已见证的检查点短", "The ledger was rolled back: it is shorter than what was cosigned"),
    SPLIT(
        409,
        "账本分叉：大小相同而根不同于已见证的检查点",
        "A split view: another root than the one cosigned for this size"),
    INCONSISTENT(
        422,
        "账本分叉：一致性证明不成立，不是已见证检查点的延续",
        "A split view: the proof does not show that it continues what was cosigned");

    private final int status;
    private final Text text;

    Refusal(int status, String zh, String en) {
      this.status = status;
      this.text = Text.of(zh, en);
    }

    /** The HTTP status C2SP tlog-witness has for it. */
    public int status() {
      return status;
    }

    public Text text() {
      return text;
    }
  }

  /**
   * @param ledgers the keys of each ledger that is witnessed, all of which must have signed
   */
  public Witness(Cosigner cosigner, Memory memory, List<VerifierKey> ledgers) {
    this.cosigner = cosigner;
    this.memory = memory;
    Map<String, List<VerifierKey>> all = new HashMap<>();
    ledgers.forEach(it -> all.computeIfAbsent(it.name(), name -> new ArrayList<>()).add(it));
    this.ledgers = Map.copyOf(all);
  }

  /** Cosigns a checkpoint, or says why not. */
  public Reply add(byte[] body, Instant at) {
    AddCheckpoint asked;
    try {
      asked = AddCheckpoint.parse(body);
    } catch (MalformedValue e) {
      return new Reply.Refused(Refusal.MALFORMED);
    }
    String origin = asked.note().lines().findFirst().orElse("");
    List<VerifierKey> keys = ledgers.get(origin);
    if (keys == null) {
      return new Reply.Refused(Refusal.UNKNOWN);
    }
    Checkpoint signed = null;
    for (VerifierKey key : keys) {
      if (!(new NoteReader(key).read(asked.note().getBytes(UTF_8))
          instanceof Proven(Checkpoint it))) {
        return new Reply.Refused(Refusal.UNSIGNED);
      }
      signed = it;
    }
    return judge(origin, asked, Objects.requireNonNull(signed), at);
  }

  private synchronized Reply judge(
      String origin, AddCheckpoint asked, Checkpoint signed, Instant at) {
    Seen last = memory.find(origin).orElse(new Seen(0, MerkleTree.emptyRoot()));
    if (signed.size() < asked.old() || signed.size() < last.size()) {
      return new Reply.Refused(Refusal.ROLLED_BACK);
    }
    if (signed.size() == last.size() && !signed.root().equals(last.root())) {
      return new Reply.Refused(Refusal.SPLIT);
    }
    if (asked.old() != last.size()) {
      return new Reply.Elsewhere(last.size());
    }
    if (!ProofVerifier.isConsistent(
        last.size(), last.root(), signed.size(), signed.root(), asked.proof())) {
      return new Reply.Refused(Refusal.INCONSISTENT);
    }
    memory.keep(origin, new Seen(signed.size(), signed.root()));
    String text = asked.note().substring(0, asked.note().lastIndexOf("\n\n") + 1);
    return new Reply.Cosigned(cosigner.cosign(text, at));
  }
}
