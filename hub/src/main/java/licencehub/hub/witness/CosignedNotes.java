package licencehub.hub.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import licencehub.ledger.NoteReader;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.VerifierKey;
import licencehub.library.PositionStore;
import licencehub.model.ledger.Checkpoint;

/**
 * The newest cosigned checkpoint for each number of witnesses, kept with the hub's notes so that a
 * restart loses none.
 */
final class CosignedNotes {
  private static final String PLACE = "ledger/cosigned/";

  private final PositionStore store;
  private final NavigableMap<Integer, Checkpoint> byNumber = new TreeMap<>();

  CosignedNotes(PositionStore store, VerifierKey ledger, int witnesses) {
    this.store = store;
    NoteReader reader = new NoteReader(ledger);
    for (int i = 1; i <= witnesses; i++) {
      int number = i;
      store
          .find(PLACE + i)
          .map(it -> reader.read(it.getBytes(UTF_8)))
          .ifPresent(
              it -> {
                if (it instanceof Proven(Checkpoint kept)) {
                  byNumber.put(number, kept);
                }
              });
    }
  }

  synchronized Optional<Checkpoint> newest(int least) {
    return byNumber.tailMap(least).entrySet().stream()
        .max(
            Comparator.comparingLong((Map.Entry<Integer, Checkpoint> it) -> it.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue);
  }

  /**
   * Keeps the checkpoint with the lines of these witnesses below it, unless a newer one is kept.
   */
  synchronized void keep(Checkpoint checkpoint, List<String> lines) {
    Checkpoint kept = byNumber.get(lines.size());
    if (kept != null && kept.size() > checkpoint.size()) {
      return;
    }
    String note = checkpoint.note() + String.join("", lines);
    Checkpoint cosigned = new Checkpoint(checkpoint.size(), checkpoint.root(), note);
    store.keep(PLACE + lines.size(), note);
    byNumber.put(lines.size(), cosigned);
  }
}
