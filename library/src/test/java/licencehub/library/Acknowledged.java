package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import licencehub.model.Digest;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;

/**
 * One acknowledgement as {@link Ingest} wrote it down.
 *
 * @param size of the checkpoint in its receipt
 */
record Acknowledged(String id, long index, long size, Digest root) {
  private static final int PAGE = 1_000;

  /** Every acknowledgement in the file; a line cut short by the kill is none. */
  static List<Acknowledged> read(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file, UTF_8) : "";
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Acknowledged::parse).toList();
  }

  static Acknowledged of(Receipt receipt) {
    return new Acknowledged(
        receipt.entry().id(),
        receipt.index(),
        receipt.checkpoint().size(),
        receipt.checkpoint().root());
  }

  private static Acknowledged parse(String line) {
    String[] words = line.split(" ", -1);
    return new Acknowledged(
        words[0], Long.parseLong(words[1]), Long.parseLong(words[2]), Digest.parse(words[3]));
  }

  /** The library must hold all of them, each once, under the roots that were handed out. */
  static void mustAllBeIn(Library library, List<Acknowledged> acknowledged) {
    List<LedgerEntry> entries = entries(library);
    assertThat(entries.stream().map(LedgerEntry::id)).doesNotHaveDuplicates();
    List<Digest> leaves = entries.stream().map(ReferenceLedger::leaf).toList();
    LongFunction<Digest> roots = ReferenceLedger.roots(leaves);
    library
        .ledger()
        .latest()
        .ifPresent(
            it -> {
              assertThat(it.size()).isEqualTo(leaves.size());
              assertThat(it.root()).isEqualTo(roots.apply(it.size()));
            });
    for (Acknowledged it : acknowledged) {
      assertThat(it.size()).isLessThanOrEqualTo(leaves.size());
      assertThat(entries.get((int) it.index()).id()).isEqualTo(it.id());
      assertThat(roots.apply(it.size())).isEqualTo(it.root());
    }
  }

  /** What the ledger says about each event of the change stream, which must have no gap. */
  private static List<LedgerEntry> entries(Library library) {
    List<LedgerEntry> entries = new ArrayList<>();
    List<HistoryEntry> page = library.outbox().after(-1, PAGE);
    while (!page.isEmpty()) {
      for (HistoryEntry event : page) {
        assertThat(event.sequence()).isEqualTo(entries.size());
        LedgerEntry entry = library.ledger().entry(event.sequence()).orElseThrow();
        assertThat(entry.document()).isEqualTo(Digest.of(event.document()));
        entries.add(entry);
      }
      page = library.outbox().after(page.getLast().sequence(), PAGE);
    }
    assertThat(library.outbox().head()).isEqualTo(entries.size() - 1);
    return entries;
  }
}
