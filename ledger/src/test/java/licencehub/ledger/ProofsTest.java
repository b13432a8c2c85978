package licencehub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import licencehub.model.Digest;
import org.junit.jupiter.api.Test;

/** Proofs from tiles against the recursive definition, and both against the verifier. */
class ProofsTest {
  private static final int SIZE = 560;
  private static final List<Digest> LEAVES = MemoryLog.leaves(0, SIZE);
  private static final ReferenceTree REFERENCE = new ReferenceTree(LEAVES);
  private static final Proofs PROOFS = new Proofs(MemoryLog.of(SIZE));

  @Test
  void every_root_is_the_recursive_one() {
    for (int size = 0; size <= SIZE; size++) {
      assertThat(PROOFS.root(size)).isEqualTo(REFERENCE.hash(0, size));
    }
  }

  @Test
  void every_inclusion_proof_is_the_recursive_one_and_verifies_for_its_leaf_alone() {
    for (int size = 1; size <= SIZE; size++) {
      Digest root = REFERENCE.hash(0, size);
      for (int index = 0; index < size; index++) {
        List<Digest> path = PROOFS.inclusion(index, size);
        if (!path.equals(REFERENCE.path(index, size))
            || !leads(LEAVES.get(index), index, size, path, root)
            || leads(LEAVES.get((index + 1) % SIZE), index, size, path, root)) {
          throw new AssertionError("inclusion of " + index + " in " + size);
        }
      }
    }
  }

  @Test
  void every_consistency_proof_is_the_recursive_one_and_verifies_for_its_roots_alone() {
    for (int to = 1; to <= SIZE; to++) {
      Digest newer = REFERENCE.hash(0, to);
      for (int from = 1; from <= to; from++) {
        Digest older = REFERENCE.hash(0, from);
        List<Digest> path = PROOFS.consistency(from, to);
        Digest other = Digest.of(older.bytes(), newer.bytes());
        boolean isOlder = (from & 1) == 0;
        if (!path.equals(REFERENCE.proof(from, to))
            || !ProofVerifier.isConsistent(from, older, to, newer, path)
            || ProofVerifier.isConsistent(
                from, isOlder ? other : older, to, isOlder ? newer : other, path)) {
          throw new AssertionError("consistency from " + from + " to " + to);
        }
      }
    }
  }

  @Test
  void a_changed_shortened_or_lengthened_inclusion_proof_is_refused() {
    Random random = new Random(20261121);
    for (int round = 0; round < 2000; round++) {
      int size = 2 + random.nextInt(SIZE - 1);
      int index = random.nextInt(size);
      Digest root = REFERENCE.hash(0, size);
      for (List<Digest> spoilt : spoilt(PROOFS.inclusion(index, size), random)) {
        assertThat(leads(LEAVES.get(index), index, size, spoilt, root)).isFalse();
      }
    }
  }

  @Test
  void a_changed_shortened_or_lengthened_consistency_proof_is_refused() {
    Random random = new Random(20261122);
    for (int round = 0; round < 2000; round++) {
      int to = 2 + random.nextInt(SIZE - 1);
      int from = 1 + random.nextInt(to - 1);
      Digest older = REFERENCE.hash(0, from);
      Digest newer = REFERENCE.hash(0, to);
      for (List<Digest> spoilt : spoilt(PROOFS.consistency(from, to), random)) {
        assertThat(ProofVerifier.isConsistent(from, older, to, newer, spoilt)).isFalse();
      }
    }
  }

  @Test
  void a_log_of_three_tile_levels_proves_any_entry_and_any_growth() {
    int size = 70_000;
    Proofs proofs = new Proofs(MemoryLog.of(size));
    ReferenceTree reference = new ReferenceTree(MemoryLog.leaves(0, size));
    Random random = new Random(20261123);
    for (int round = 0; round < 100; round++) {
      int to = 1 + random.nextInt(size);
      int from = 1 + random.nextInt(to);
      int index = random.nextInt(to);
      assertThat(proofs.inclusion(index, to)).isEqualTo(reference.path(index, to));
      assertThat(proofs.consistency(from, to)).isEqualTo(reference.proof(from, to));
    }
  }

  @Test
  void a_proof_reads_two_tiles_and_two_groups_for_each_tile_level_at_most_and_then_little() {
    MemoryLog log = MemoryLog.of(70_000);
    Proofs proofs = new Proofs(log);
    proofs.inclusion(30_000, 69_999);
    assertThat(log.reads()).isLessThanOrEqualTo(12);
    int before = log.reads();
    proofs.inclusion(30_001, 69_999);
    assertThat(log.reads()).isEqualTo(before);
    proofs.inclusion(30_016, 69_999);
    assertThat(log.reads()).as("another group of the same tile").isEqualTo(before + 1);
  }

  @Test
  void the_empty_log_begins_every_log_without_a_proof() {
    assertThat(PROOFS.consistency(0, 7)).isEmpty();
    Digest root = REFERENCE.hash(0, 7);
    assertThat(ProofVerifier.isConsistent(0, MerkleTree.emptyRoot(), 7, root, List.of())).isTrue();
    assertThat(ProofVerifier.isConsistent(0, root, 7, root, List.of())).isFalse();
    assertThat(ProofVerifier.isConsistent(5, root, 7, root, List.of())).isFalse();
    assertThat(ProofVerifier.isConsistent(8, root, 7, root, List.of())).isFalse();
  }

  @Test
  void what_lies_outside_the_log_is_not_proved() {
    assertThatThrownBy(() -> PROOFS.inclusion(7, 7)).hasMessageContaining("outside a log of 7");
    assertThatThrownBy(() -> PROOFS.consistency(8, 7)).hasMessageContaining("from 8 to 7");
    assertThatThrownBy(() -> PROOFS.inclusion(0, SIZE + 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the log is not that long");
  }

  private static boolean leads(Digest leaf, long index, long size, List<Digest> path, Digest root) {
    return ProofVerifier.rootOf(leaf, index, size, path).filter(root::equals).isPresent();
  }

  private static List<List<Digest>> spoilt(List<Digest> path, Random random) {
    List<Digest> longer = new ArrayList<>(path);
    longer.add(MerkleTree.emptyRoot());
    List<Digest> shorter = path.subList(0, path.size() - 1);
    List<Digest> changed = new ArrayList<>(path);
    int at = random.nextInt(path.size());
    byte[] bytes = path.get(at).bytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    changed.set(at, Digest.wrap(bytes));
    return List.of(longer, shorter, changed);
  }
}
