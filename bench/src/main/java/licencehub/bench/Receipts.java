package licencehub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import licencehub.library.Entry;
import licencehub.library.Library;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Seal;

/**
 * What receipts add to filing: the same groups are filed into a library whose ledger hashes, signs
 * and proves, and into one whose ledger only counts.
 */
final class Receipts {
  /** As many as come together in a group of submissions over HTTP. */
  private static final int GROUP = 200;

  private static final Digest NOTHING = Digest.of();
  private final Path folder;
  private final List<List<Entry>> groups;

  Receipts(Path folder, int records) throws InterruptedException {
    this.folder = folder;
    this.groups = new ArrayList<>();
    try (Filings filings = Filings.start(GROUP)) {
      for (int filed = 0; filed < records; filed += GROUP) {
        groups.add(filings.next());
      }
    }
  }

  /** Seconds that filing a record takes, with its receipt. */
  double with(int round) throws IOException {
    Path place = Files.createDirectories(folder.resolve("receipts-" + round));
    return filed(place, Libraries.in(place));
  }

  /** Seconds that filing a record takes, without. */
  double without(int round) throws IOException {
    Path place = Files.createDirectories(folder.resolve("no-receipts-" + round));
    return filed(place, Libraries.in(place).sealedBy(Receipts::count));
  }

  private double filed(Path place, Libraries libraries) {
    try (Library library = libraries.embedded(place.resolve("library"))) {
      long began = System.nanoTime();
      groups.forEach(group -> library.journal().file(group).join());
      return (System.nanoTime() - began) / 1e9 / groups.size() / GROUP;
    }
  }

  private static Seal count(long size, byte[] frontier, List<LedgerEntry> entries) {
    Checkpoint checkpoint = new Checkpoint(size + entries.size(), NOTHING, "");
    List<Receipt> receipts = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      receipts.add(new Receipt(entry, size + receipts.size(), List.of(), checkpoint));
    }
    List<Digest> leaves = Collections.nCopies(entries.size(), NOTHING);
    return new Seal(checkpoint, frontier, leaves, List.of(), receipts);
  }
}
