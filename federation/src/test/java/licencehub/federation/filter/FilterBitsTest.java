package licencehub.federation.filter;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits are the same however many mappings they lie in. */
class FilterBitsTest {
  private static final int FROM = 88;
  private static final int BITS = 64 * 1_000;

  @TempDir Path folder = Path.of("");

  @Test
  void bits_lie_where_the_contract_says_in_any_number_of_mappings() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    BitSet set = new BitSet(BITS);
    FilterBits one = bits("one", 30);
    FilterBits many = bits("many", 10);
    for (int i = 0; i < 20_000; i++) {
      int bit = random.nextInt(BITS);
      set.set(bit);
      one.set(bit);
      many.set(bit);
    }
    for (int i = 0; i < BITS; i++) {
      assertThat(many.isSet(i)).isEqualTo(set.get(i));
      assertThat(one.isSet(i)).isEqualTo(set.get(i));
    }
    assertThat(many.ones()).isEqualTo(set.cardinality()).isEqualTo(one.ones());
    assertThat(many.sum()).isEqualTo(one.sum());
    byte[] read = new byte[BITS / 8 + 3];
    many.read(0, read, 3);
    assertThat(BitSet.valueOf(java.util.Arrays.copyOfRange(read, 3, read.length))).isEqualTo(set);
  }

  @Test
  void what_is_reckoned_as_bits_are_set_is_what_is_reckoned_of_the_file() throws Exception {
    FilterBits bits = bits("bits", 12);
    for (int i = 0; i < BITS; i += 37) {
      bits.set(i);
      bits.set(i);
    }
    bits.force();
    FilterBits again = bits("bits", 30);
    assertThat(again.ones()).isEqualTo(bits.ones()).isEqualTo(BITS / 37 + 1);
    assertThat(again.sum()).isEqualTo(bits.sum());
  }

  private FilterBits bits(String name, int shift) throws IOException {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      Files.write(file, new byte[FROM + BITS / 8]);
    }
    try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      return FilterBits.map(channel, FROM, BITS, shift);
    }
  }
}
