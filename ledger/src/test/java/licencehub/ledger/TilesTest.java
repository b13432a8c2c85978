package licencehub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {
  /** The size that C2SP tlog-tiles takes for its example. */
  private static final int SIZE = 70_000;

  private static final MemoryLog LOG = MemoryLog.of(SIZE);

  @ParameterizedTest
  @CsvSource({"0,272,256", "0,273,112", "1,0,256", "1,1,17", "2,0,1"})
  void the_tiles_of_the_standards_example_are_there_and_no_wider(int level, long index, int width) {
    assertThat(Tiles.read(level, index, width, LOG).orElseThrow()).hasSize(32 * width);
    if (width < 256) {
      assertThat(Tiles.read(level, index, width + 1, LOG)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"0,274,1", "1,2,1", "2,1,1", "3,0,1", "7,0,1", "8,0,1", "63,0,1"})
  void where_the_log_does_not_reach_there_is_no_tile(int level, long index, int width) {
    assertThat(Tiles.read(level, index, width, LOG)).isEmpty();
  }

  @Test
  void a_monitor_rebuilds_the_root_from_tiles_alone() {
    List<Digest> leaves = new ArrayList<>();
    for (int tile = 0; tile < 273; tile++) {
      leaves.addAll(hashes(Tiles.read(0, tile, 256, LOG).orElseThrow()));
    }
    leaves.addAll(hashes(Tiles.read(0, 273, 112, LOG).orElseThrow()));
    Append whole = new Append(0, new byte[0], leaves);
    assertThat(MerkleTree.root(SIZE, LOG.frontier())).isEqualTo(whole.root());
    assertThat(hashes(Tiles.read(2, 0, 1, LOG).orElseThrow()))
        .containsExactly(new ReferenceTree(leaves).hash(0, 65_536));
  }

  @Test
  void an_entry_bundle_holds_each_entry_after_its_length() {
    List<LedgerEntry> entries = Samples.entries(256, 259);
    byte[] bundle = Tiles.entries(1, 3, it -> find(entries, it - 256)).orElseThrow();
    ByteBuffer buffer = ByteBuffer.wrap(bundle);
    List<LedgerEntry> read = new ArrayList<>();
    while (buffer.hasRemaining()) {
      byte[] entry = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(entry);
      read.add(LedgerEntry.parse(entry));
    }
    assertThat(read).isEqualTo(entries);
    assertThat(Tiles.entries(1, 4, it -> find(entries, it - 256))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0/000, 0, 0, 256",
    "0/x001/x234/067, 0, 1234067, 256",
    "1/000.p/17, 1, 0, 17",
    "63/999.p/255, 63, 999, 255",
    "entries/x001/000, -1, 1000, 256"
  })
  void a_tile_path_is_read_and_written_alike(String text, int level, long index, int width) {
    TilePath path = TilePath.parse(text);
    assertThat(path).isEqualTo(new TilePath(level, index, width)).hasToString(text);
    assertThat(path.isFull()).isEqualTo(width == 256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/0",
        "00/000",
        "64/000",
        "-1/000",
        "0/1234",
        "0/001/000",
        "0/x000/001",
        "0/x001/x000",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/017",
        "0/000/",
        "0/../000",
        "0/x999/x999/x999/x999/x999/x999/999"
      })
  void a_tile_path_in_another_spelling_is_refused(String text) {
    assertThatThrownBy(() -> TilePath.parse(text))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("0/x001/234.p/17");
  }

  private static Optional<LedgerEntry> find(List<LedgerEntry> entries, long at) {
    return at < entries.size() ? Optional.of(entries.get((int) at)) : Optional.empty();
  }

  private static List<Digest> hashes(byte[] tile) {
    List<Digest> hashes = new ArrayList<>();
    for (int at = 0; at < tile.length; at += 32) {
      hashes.add(Digest.wrap(Arrays.copyOfRange(tile, at, at + 32)));
    }
    return hashes;
  }
}
