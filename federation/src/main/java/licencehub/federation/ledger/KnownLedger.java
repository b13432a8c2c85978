package licencehub.federation.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.federation.message.Lie;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult;
import licencehub.ledger.ProofVerifier;
import licencehub.ledger.VerifierKey;
import licencehub.ledger.Witness.Seen;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one peer, as far as this hub has seen it. Every checkpoint that comes with an
 * answer must continue what the request named as known; of the newest, roots are kept, so that two
 * of one size are noticed. Safe for many threads.
 */
public final class KnownLedger {
  private static final int KEPT = 256;

  private final List<NoteReader> readers;

  /** Root by size, in the order they were seen; among them the largest. */
  private final Map<Long, Digest> roots =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Digest> eldest) {
          return size() > KEPT;
        }
      };

  private @Nullable Seen newest;
  private @Nullable Checkpoint last;

  /**
   * @param keys of the ledger; a checkpoint must be signed by all
   * @param before the newest that was seen before this hub started; null for none
   */
  public KnownLedger(List<VerifierKey> keys, @Nullable Seen before) {
    this.readers = keys.stream().map(NoteReader::new).toList();
    this.newest = before;
    if (before != null) {
      roots.put(before.size(), before.root());
    }
  }

  /** The newest that is believed; what a request names as known. */
  public synchronized Optional<Seen> newest() {
    return Optional.ofNullable(newest);
  }

  /**
   * Takes what came with an answer.
   *
   * @param known what the request named; null where it named nothing
   * @return what is wrong with it; empty where it is believed
   */
  public Optional<Lie> take(LedgerWord word, @Nullable Seen known) {
    if (word.note().isEmpty()) {
      return known == null ? Optional.empty() : Optional.of(Lie.CHECKPOINT_STALE);
    }
    Checkpoint signed = signed(word.note());
    return signed == null ? Optional.of(Lie.CHECKPOINT_WRONG) : judged(signed, word, known);
  }

  private synchronized Optional<Lie> judged(
      Checkpoint signed, LedgerWord word, @Nullable Seen known) {
    if (known != null && signed.size() < known.size()) {
      return Optional.of(Lie.CHECKPOINT_STALE);
    }
    Digest root = roots.get(signed.size());
    boolean contradicts = root != null && !root.equals(signed.root());
    boolean continues =
        known == null
            || ProofVerifier.isConsistent(
                known.size(), known.root(), signed.size(), signed.root(), word.consistency());
    if (contradicts || !continues) {
      return Optional.of(Lie.SPLIT_VIEW);
    }
    if (root == null) {
      roots.put(signed.size(), signed.root());
    }
    if (newest == null || signed.size() > newest.size()) {
      newest = new Seen(signed.size(), signed.root());
    }
    last = signed;
    return Optional.empty();
  }

  /** The checkpoint, where every key of the ledger has signed it; else null. */
  private @Nullable Checkpoint signed(String note) {
    Checkpoint before = lastSigned();
    if (before != null && before.note().equals(note)) {
      return before;
    }
    Checkpoint signed = null;
    for (NoteReader reader : readers) {
      if (!(reader.read(note.getBytes(UTF_8)) instanceof ProofResult.Proven(Checkpoint it))) {
        return null;
      }
      signed = it;
    }
    return signed;
  }

  private synchronized @Nullable Checkpoint lastSigned() {
    return last;
  }
}
