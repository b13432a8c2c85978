package licencehub.library.sqlite;

import licencehub.library.Entry;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Rejection;
import licencehub.model.Digest;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.ledger.LedgerEntry;

/** Computes digests and keyed hashes on the callers' threads. */
final class Preparation {
  private final SearchTokens tokens;

  Preparation(SearchTokens tokens) {
    this.tokens = tokens;
  }

  Prepared prepare(Entry entry) {
    Digest original = Digest.of(entry.original().bytes());
    return switch (entry) {
      case Rejection it -> new Prepared.Refused(it, original);
      case Filing it -> filed(it, original);
    };
  }

  private Prepared filed(Filing filing, Digest original) {
    Event event = filing.event();
    LedgerEntry ledger =
        new LedgerEntry(
            event.source(),
            event.id(),
            event.type(),
            event.version(),
            original,
            Digest.of(filing.document()),
            Times.whole(filing.original().receivedAt()));
    String found = event.statement() instanceof LicenceContent it ? tokens.of(it) : "";
    return new Prepared.Filed(filing, ledger, found);
  }
}
