package licencehub.library;

import java.util.Optional;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.LedgerEntry;

/** The stored ledger: hashes, entries and signed checkpoints. */
public interface LedgerStore extends HashReader {
  /** The newest checkpoint, absent while the log is empty. */
  Optional<Checkpoint> latest();

  Optional<LedgerEntry> entry(long index);
}
