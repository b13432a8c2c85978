package licencehub.federation.filter;

import static licencehub.federation.filter.Holders.had;
import static licencehub.federation.filter.Holders.holder;
import static licencehub.federation.filter.Holders.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import licencehub.model.MalformedValue;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter promises of holders in it and not in it, by its size. */
class HolderFilterTest {
  private static final int MANY = 200_000;

  @TempDir Path folder = Path.of("");

  @Test
  void a_full_filter_misses_nobody_and_is_wrong_about_one_in_a_hundred_at_most() throws Exception {
    FilterHeader header = FilterHeader.fresh(key(1), MANY);
    HolderFilter filter = HolderFilter.create(folder.resolve("filter"), header);
    int full = (int) header.capacity();
    add(filter, 0, full);
    assertThat(had(filter, 0, full)).isEqualTo(full).isGreaterThan(MANY);
    double wrong = had(filter, full, full + MANY) / (double) MANY;
    assertThat(wrong).isBetween(0.007, 0.01);
    assertThat(filter.falsePositives()).isCloseTo(wrong, within(0.001));
    assertThat((double) header.bits() / full).isBetween(10.0, 10.01);
    assertThat((double) header.bits() / MANY).isLessThanOrEqualTo(12);
    assertThat(filter.holders()).isCloseTo(full, within(full / 200L));
  }

  @Test
  void every_size_is_at_most_twelve_bits_a_holder_when_it_is_made() {
    for (long holders : new long[] {60_000, 100_001, 1_000_000, 59_000_003, 1_600_000_000}) {
      FilterHeader header = FilterHeader.fresh(key(1), holders);
      assertThat((double) header.bits() / holders).isLessThanOrEqualTo(12);
      assertThat((double) header.bits() / header.capacity()).isGreaterThanOrEqualTo(10);
    }
    assertThat(FilterHeader.fresh(key(1), 0).capacity()).isEqualTo(FilterHeader.LEAST);
  }

  @Test
  void an_empty_filter_has_nobody() throws Exception {
    HolderFilter filter = fresh("filter", 1);
    assertThat(had(filter, 0, 10_000)).isZero();
    assertThat(filter.holders()).isZero();
    assertThat(filter.falsePositives()).isZero();
  }

  @Test
  void under_another_key_the_same_bits_say_nothing() throws Exception {
    HolderFilter filter = fresh("filter", 1);
    add(filter, 0, 10_000);
    HolderFilter other = fresh("other", 2);
    for (int i = 0; i < 10_000; i++) {
      other.set(filter.header().key().hash(holder(i)));
    }
    assertThat(had(filter, 0, 10_000)).isEqualTo(10_000);
    assertThat(had(other, 0, 10_000)).isLessThan(10);
  }

  @Test
  void a_holder_is_its_kind_and_its_code_whatever_the_case_of_its_letters() {
    HolderCode upper = new HolderCode(HolderCodeType.PASSPORT, "E12345X");
    assertThat(key(1).hash(upper)).isEqualTo(key(1).hash("414", "e12345x"));
    assertThat(key(1).hash(upper)).isNotEqualTo(key(1).hash("413", "E12345X"));
    assertThat(key(1).hash(upper)).isNotEqualTo(key(2).hash(upper));
    assertThat(upper.toString() + key(1).hash(upper) + key(1)).doesNotContain("12345");
  }

  /** Worked out apart from this code, with a script: the form is a contract with other hubs. */
  @Test
  void the_hash_and_its_places_are_those_of_the_contract() {
    HolderHash hash = key(1).hash("414", "E00000001");
    ByteBuffer bytes = ByteBuffer.allocate(HolderHash.BYTES);
    hash.write(bytes);
    assertThat(HexFormat.of().formatHex(bytes.array()))
        .isEqualTo("b2aac79f03abcdd2c1ce4433ce38951b");
    assertThat(new long[] {hash.place(0, 655_360), hash.place(1, 655_360), hash.place(6, 655_360)})
        .containsExactly(457387L, 298170L, 157443L);
    assertThat(key(1).generation().text()).isEqualTo("fdfd869453b049710b7f9fc6c0ece2ba");
  }

  @Test
  void what_was_written_is_read_again() throws Exception {
    HolderFilter filter = fresh("filter", 1);
    add(filter, 0, 5_000);
    filter.reach(5_000);
    byte[] wire = filter.wire(0, Integer.MAX_VALUE);
    assertThat(wire).hasSize((int) filter.header().length());
    HolderFilter again = HolderFilter.open(Files.write(folder.resolve("again"), wire));
    assertThat(again.version()).isEqualTo(5_000);
    assertThat(again.sum()).isEqualTo(filter.sum());
    assertThat(had(again, 0, 5_000)).isEqualTo(5_000);
    assertThat(had(again, 5_000, 15_000)).isEqualTo(had(filter, 5_000, 15_000));
  }

  @Test
  void pieces_of_any_size_make_the_same_whole() throws Exception {
    HolderFilter filter = fresh("filter", 1);
    add(filter, 0, 5_000);
    byte[] wire = filter.wire(0, Integer.MAX_VALUE);
    for (int size : new int[] {1_000, 88, 87, 33_333}) {
      ByteBuffer joined = ByteBuffer.allocate(wire.length);
      while (joined.hasRemaining()) {
        joined.put(filter.wire(joined.position(), size));
      }
      assertThat(joined.array()).isEqualTo(wire);
    }
  }

  @Test
  void the_sum_tells_one_bit() throws Exception {
    HolderFilter one = fresh("one", 1);
    HolderFilter two = fresh("two", 1);
    add(one, 0, 1_000);
    for (int i = 999; i >= 1; i--) {
      two.set(key(1).hash(holder(i)));
    }
    assertThat(one.sum()).isNotEqualTo(two.sum());
    two.set(key(1).hash(holder(0)));
    assertThat(one.sum()).isEqualTo(two.sum());
  }

  @Test
  void any_wrong_byte_of_the_header_and_any_other_length_is_refused() throws Exception {
    byte[] wire = fresh("filter", 1).wire(0, Integer.MAX_VALUE);
    for (int i = 0; i < FilterHeader.BYTES; i++) {
      byte[] bent = wire.clone();
      bent[i] ^= 1;
      Path file = Files.write(folder.resolve("bent"), bent);
      assertThatThrownBy(() -> HolderFilter.open(file)).isInstanceOf(MalformedValue.class);
    }
    for (int length : new int[] {0, 87, 88, wire.length - 1}) {
      Path file = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(wire, length));
      assertThatThrownBy(() -> HolderFilter.open(file)).isInstanceOf(MalformedValue.class);
    }
  }

  private HolderFilter fresh(String name, int key) throws Exception {
    return HolderFilter.create(folder.resolve(name), FilterHeader.fresh(key(key), 0));
  }

  private static void add(HolderFilter filter, int from, int to) {
    for (int i = from; i < to; i++) {
      filter.set(filter.header().key().hash(holder(i)));
    }
  }
}
