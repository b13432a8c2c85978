package licencehub.library;

import static licencehub.library.LicenceSample.issued;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.library.Entry.Filing;
import licencehub.model.Digest;
import licencehub.model.Reason;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises of the stored ledger. */
abstract class LedgerContract extends DoorContract {
  private static final int TILE = 256;

  @Test
  void an_empty_log_has_no_checkpoint() {
    file(refused(issued(1), Reason.SIGNATURE_WRONG));
    assertThat(library().ledger().latest()).isEmpty();
    assertThat(library().ledger().entry(0)).isEmpty();
    assertThat(library().ledger().hashes(0, 0, 1)).isEmpty();
  }

  @Test
  void every_receipt_leads_from_its_bytes_to_a_signed_root() {
    for (Outcome outcome : fileInGroups(1, 2, 3, 5, 1, 20)) {
      Receipt receipt = receipt(outcome);
      assertThat(ReferenceLedger.verifies(receipt)).isTrue();
      assertThat(root(receipt.checkpoint().size())).isEqualTo(receipt.checkpoint().root());
    }
  }

  @Test
  void the_newest_checkpoint_is_over_every_stored_leaf() {
    fileInGroups(3, 4);
    reopen();
    List<Outcome> last = file(issued(100).filing(), issued(101).filing());
    Checkpoint latest = library().ledger().latest().orElseThrow();
    assertThat(latest).isEqualTo(receipt(last.getLast()).checkpoint());
    assertThat(latest.size()).isEqualTo(9);
    assertThat(latest.root()).isEqualTo(root(9));
  }

  @Test
  void an_entry_is_what_its_leaf_was_made_of() {
    Filing filing = issued(1).filing();
    Receipt receipt = receipt(file(filing).getFirst());
    LedgerEntry entry = library().ledger().entry(0).orElseThrow();
    assertThat(entry).isEqualTo(receipt.entry());
    assertThat(entry.original()).isEqualTo(Digest.of(filing.original().bytes()));
    assertThat(entry.document()).isEqualTo(Digest.of(filing.document()));
    assertThat(library().ledger().hashes(0, 0, 9)).containsExactly(ReferenceLedger.leaf(entry));
  }

  @Test
  void the_higher_levels_hold_the_roots_of_complete_subtrees() {
    fileInGroups(200, 100, 300);
    List<Digest> leaves = library().ledger().hashes(0, 0, 600);
    assertThat(leaves).hasSize(600);
    assertThat(library().ledger().hashes(1, 0, 9))
        .containsExactly(
            ReferenceLedger.root(leaves.subList(0, TILE)),
            ReferenceLedger.root(leaves.subList(TILE, 2 * TILE)));
    assertThat(library().ledger().hashes(0, 598, 9)).isEqualTo(leaves.subList(598, 600));
  }

  private Digest root(long size) {
    return ReferenceLedger.root(library().ledger().hashes(0, 0, (int) size));
  }

  private List<Outcome> fileInGroups(int... sizes) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int size : sizes) {
      int from = outcomes.size();
      outcomes.addAll(
          file(
              IntStream.range(from, from + size)
                  .mapToObj(i -> issued(i).filing())
                  .toArray(Entry[]::new)));
    }
    return outcomes;
  }
}
