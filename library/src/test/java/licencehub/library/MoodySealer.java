package licencehub.library;

import java.util.List;
import java.util.concurrent.Semaphore;
import licencehub.model.Unavailable;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;

/** Seals like the reference, but stumbles over certain numbers and can be held up. */
final class MoodySealer implements Sealer {
  static final String STUMBLES = "stumbles";
  static final String LACKS_ITS_KEY = "lacks-its-key";
  private final Sealer reference = new ReferenceLedger();
  private final Semaphore passage = new Semaphore(1);

  @Override
  public Seal seal(long size, byte[] frontier, List<LedgerEntry> entries) {
    passage.acquireUninterruptibly();
    passage.release();
    for (LedgerEntry it : entries) {
      if (it.id().startsWith(STUMBLES)) {
        throw new IllegalStateException("cannot seal " + it.id());
      }
      if (it.id().startsWith(LACKS_ITS_KEY)) {
        throw new Unavailable("the ledger's key", "no answer");
      }
    }
    return reference.seal(size, frontier, entries);
  }

  void hold() {
    passage.acquireUninterruptibly();
  }

  void letGo() {
    passage.release();
  }
}
