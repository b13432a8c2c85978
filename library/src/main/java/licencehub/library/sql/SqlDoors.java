package licencehub.library.sql;

import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.Retries;
import licencehub.library.crypt.RowCipher;
import licencehub.library.files.FileRotation;
import licencehub.library.files.FolderFiles;

/**
 * Makes the doors of one opened engine.
 *
 * @param writerKeys for what runs on the writing thread only
 */
record SqlDoors(
    SqlDialect dialect,
    Readers readers,
    KeyRing keys,
    WriterKeys writerKeys,
    Retries retries,
    TaskQueue queue) {
  Library library(
      SqlLedger ledger,
      Head head,
      Receipts receipts,
      FolderFiles files,
      SqlLeases leases,
      Runnable keeper) {
    RowCipher cipher = new RowCipher(keys);
    EventRows events = new EventRows(cipher);
    SqlJournal journal = new SqlJournal(new Preparation(keys), queue);
    SqlQuarantine quarantine = new SqlQuarantine(readers, cipher, retries);
    return new Library(
        journal,
        new SqlSubmissions(readers, cipher, quarantine, receipts),
        new SqlLicences(readers, events, dialect.bulk()),
        new SqlCases(readers, events),
        new SqlUses(readers, events),
        new SqlUseRequests(readers),
        new SqlFollowUps(readers, events),
        new SqlJoints(readers, events),
        new SqlSearch(readers, keys, cipher, dialect.words()),
        quarantine,
        new SqlOutbox(readers, events, head),
        new SqlAccesses(readers, keys, cipher),
        ledger,
        new SqlPositions(readers, journal, leases.fence()),
        leases.door(),
        new FileRotation(new SqlRotation(dialect, readers, journal, keys, writerKeys), files, keys),
        new SqlRetention(journal),
        files,
        keeper);
  }
}
