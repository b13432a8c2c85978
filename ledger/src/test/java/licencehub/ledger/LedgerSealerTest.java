package licencehub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import licencehub.ledger.ProofResult.Proven;
import licencehub.model.Digest;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Seal.TileNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSealerTest {
  @TempDir private Path folder;
  private LedgerSealer sealer;
  private ReceiptVerifier verifier;

  @BeforeEach
  void open() {
    CheckpointSigner signer = Samples.signer(folder);
    sealer = new LedgerSealer(signer);
    verifier = new ReceiptVerifier(signer.verifierKey());
  }

  @Test
  void groups_of_any_size_give_the_root_of_one_by_one_and_every_receipt_verifies() {
    int total = 600;
    ReferenceTree reference = new ReferenceTree(leaves(total));
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      MemoryLog log = new MemoryLog();
      while (log.size() < total) {
        int from = (int) log.size();
        int group = 1 + random.nextInt(seed == 0 ? 1 : 40 << seed);
        List<LedgerEntry> entries = Samples.entries(from, Math.min(total, from + group));
        Seal seal = sealer.seal(from, log.frontier(), entries);
        log.store(seal.checkpoint().size(), seal.frontier(), seal.leaves(), seal.nodes());
        assertThat(seal.checkpoint().root()).isEqualTo(reference.hash(0, (int) log.size()));
        assertThat(seal.receipts()).extracting(Receipt::entry).isEqualTo(entries);
        assertThat(seal.receipts())
            .allSatisfy(it -> assertThat(verifier.verify(it)).isInstanceOf(Proven.class));
      }
    }
  }

  @Test
  void a_receipt_carries_the_path_that_the_stored_tiles_prove() {
    MemoryLog log = MemoryLog.of(100_003);
    byte[] before = log.frontier();
    Append append = log.append(MemoryLog.leaves(100_003, 100_600));
    assertThat(MerkleTree.root(100_003, before)).isEqualTo(new Proofs(log).root(100_003));
    Proofs proofs = new Proofs(log);
    assertThat(append.root()).isEqualTo(proofs.root(100_600));
    for (long index = 100_003; index < 100_600; index++) {
      assertThat(append.path(index)).isEqualTo(proofs.inclusion(index, 100_600));
    }
  }

  @Test
  void tile_nodes_are_the_roots_of_each_completed_256() {
    List<Digest> leaves = leaves(65_800);
    Append append = new Append(0, new byte[0], leaves);
    ReferenceTree reference = new ReferenceTree(leaves);
    assertThat(append.nodes()).hasSize(257 + 1);
    assertThat(append.nodes())
        .contains(
            new TileNode(1, 0, reference.hash(0, 256)),
            new TileNode(1, 256, reference.hash(65_536, 65_792)),
            new TileNode(2, 0, reference.hash(0, 65_536)));
  }

  @Test
  void a_group_that_was_rolled_back_leaves_no_trace() {
    Seal first = sealer.seal(0, new byte[0], Samples.entries(0, 5));
    sealer.seal(5, first.frontier(), Samples.entries(100, 200));
    Seal second = sealer.seal(5, first.frontier(), Samples.entries(5, 9));
    assertThat(second.checkpoint().root()).isEqualTo(new ReferenceTree(leaves(9)).hash(0, 9));
  }

  @Test
  void an_empty_group_signs_the_log_as_it_stands() {
    Seal nothing = sealer.seal(0, new byte[0], List.of());
    assertThat(nothing.checkpoint().root()).isEqualTo(MerkleTree.emptyRoot());
    Seal first = sealer.seal(0, nothing.frontier(), Samples.entries(0, 5));
    Seal same = sealer.seal(5, first.frontier(), List.of());
    assertThat(same.checkpoint()).isEqualTo(first.checkpoint());
    assertThat(same.frontier()).isEqualTo(first.frontier());
  }

  private static List<Digest> leaves(int size) {
    return Samples.entries(0, size).stream().map(it -> MerkleTree.leaf(it.bytes())).toList();
  }
}
