package licencehub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.Digest;
import org.junit.jupiter.api.Test;

/** The tree against the eight entries that every implementation of RFC 6962 is tested with. */
class MerkleTreeTest {
  static final List<Digest> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(it -> MerkleTree.leaf(HexFormat.of().parseHex(it)))
          .toList();

  static final List<Digest> ROOTS =
      Stream.of(
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
              "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
              "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
              "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
              "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
              "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
              "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
          .map(Digest::parse)
          .toList();

  @Test
  void the_reference_roots_come_out_at_every_size() {
    for (int size = 0; size <= LEAVES.size(); size++) {
      Append append = new Append(0, new byte[0], LEAVES.subList(0, size));
      assertThat(append.root()).isEqualTo(ROOTS.get(size));
      assertThat(MerkleTree.root(size, append.frontier())).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void the_reference_inclusion_proofs_come_out() {
    Append append = new Append(0, new byte[0], LEAVES);
    assertThat(append.path(0))
        .containsExactly(
            Digest.parse("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
            Digest.parse("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Digest.parse("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(append.path(5))
        .containsExactly(
            Digest.parse("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            Digest.parse("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            ROOTS.get(4));
  }

  @Test
  void the_reference_consistency_proofs_come_out() {
    MemoryLog log = new MemoryLog();
    log.append(LEAVES);
    Proofs proofs = new Proofs(log);
    assertThat(proofs.consistency(6, 8))
        .containsExactly(
            Digest.parse("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
            Digest.parse("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            ROOTS.get(4));
    assertThat(proofs.consistency(2, 5))
        .containsExactly(
            Digest.parse("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Digest.parse("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void a_frontier_of_another_size_is_refused() {
    byte[] frontier = new Append(0, new byte[0], LEAVES.subList(0, 3)).frontier();
    assertThatThrownBy(() -> MerkleTree.root(4, frontier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 bytes")
        .hasMessageContaining("4 entries");
  }
}
