package licencehub.library.sqlite;

import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.crypt.RowCipher;
import licencehub.library.files.FileRotation;
import licencehub.library.files.FolderFiles;

/**
 * Makes the doors of one opened file.
 *
 * @param writerKeys for what runs on the writing thread only
 */
record SqliteDoors(Readers readers, KeyRing keys, WriterKeys writerKeys, TaskQueue queue) {
  Library library(
      SqliteLedger ledger, Head head, Receipts receipts, FolderFiles files, Runnable keeper) {
    RowCipher cipher = new RowCipher(keys);
    EventRows events = new EventRows(cipher);
    SqliteJournal journal = new SqliteJournal(new Preparation(keys), queue);
    SqliteQuarantine quarantine = new SqliteQuarantine(readers, cipher);
    return new Library(
        journal,
        new SqliteSubmissions(readers, cipher, quarantine, receipts),
        new SqliteLicences(readers, events),
        new SqliteCases(readers, events),
        new SqliteUses(readers, events),
        new SqliteUseRequests(readers),
        new SqliteFollowUps(readers, events),
        new SqliteSearch(readers, keys, cipher),
        quarantine,
        new SqliteOutbox(readers, events, head),
        new SqliteAccesses(readers, keys, cipher),
        ledger,
        new SqlitePositions(readers, journal),
        new FileRotation(new SqliteRotation(readers, journal, keys, writerKeys), files, keys),
        new SqliteRetention(journal),
        files,
        keeper);
  }
}
