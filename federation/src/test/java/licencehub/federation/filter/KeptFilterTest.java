package licencehub.federation.filter;

import static licencehub.federation.filter.Holders.had;
import static licencehub.federation.filter.Holders.hashes;
import static licencehub.federation.filter.Holders.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generation keeps through crashes, and what it tells of it. */
class KeptFilterTest {
  private static final int HEAD = 12;
  private static final OutboxPlace HALF = new OutboxPlace(9, "nine");

  @TempDir Path folder = Path.of("");
  private byte[] bits = {};
  private int copies;

  @Test
  void it_goes_on_where_it_was_closed() throws Exception {
    KeptFilter filter = begun("kept");
    filter.close();
    KeptFilter again = KeptFilter.open(folder.resolve("kept"));
    assertThat(again.reached()).isEqualTo(HALF);
    assertThat(again.filter().version()).isEqualTo(20);
    assertThat(again.filter().sum()).isEqualTo(filter.filter().sum());
    again.close();
  }

  @Test
  void cut_at_any_byte_it_goes_on_from_an_earlier_place_and_ends_the_same() throws Exception {
    KeptFilter filter = begun("kept");
    byte[] tail = Files.readAllBytes(folder.resolve("kept/added"));
    for (int length = HEAD + 10 * AddedTail.RECORD; length <= tail.length; length++) {
      endsTheSame(filter, Arrays.copyOf(tail, length), (length - HEAD) / AddedTail.RECORD);
    }
    filter.close();
  }

  @Test
  void a_wrong_byte_cuts_what_follows() throws Exception {
    KeptFilter filter = begun("kept");
    byte[] tail = Files.readAllBytes(folder.resolve("kept/added"));
    for (int at = HEAD + 10 * AddedTail.RECORD; at < tail.length; at++) {
      byte[] bent = tail.clone();
      bent[at] ^= 0x40;
      endsTheSame(filter, bent, (at - HEAD) / AddedTail.RECORD);
    }
    filter.close();
  }

  @Test
  void a_tail_of_zeros_is_none() throws Exception {
    KeptFilter filter = begun("kept");
    byte[] tail = Files.readAllBytes(folder.resolve("kept/added"));
    endsTheSame(filter, Arrays.copyOf(tail, tail.length + 4_096), 20);
    filter.close();
  }

  @Test
  void what_had_been_on_disk_and_is_gone_is_noticed() throws Exception {
    KeptFilter filter = begun("kept");
    byte[] tail = Files.readAllBytes(folder.resolve("kept/added"));
    for (int length = 0; length < HEAD + 10 * AddedTail.RECORD; length++) {
      Path copy = copy(Arrays.copyOf(tail, length));
      assertThatThrownBy(() -> KeptFilter.open(copy)).isInstanceOf(MalformedValue.class);
    }
    filter.close();
  }

  @Test
  void nobody_is_added_twice() throws Exception {
    KeptFilter filter = begun("kept");
    filter.add(hashes(filter, 0, 20));
    assertThat(filter.filter().version()).isEqualTo(20);
    filter.add(List.of(hashes(filter, 20, 21).getFirst(), hashes(filter, 20, 21).getFirst()));
    assertThat(filter.filter().version()).isEqualTo(21);
    filter.close();
  }

  @Test
  void a_place_without_anybody_new_is_written_down_now_and_then() throws Exception {
    KeptFilter filter = begun("kept");
    filter.reach(new OutboxPlace(30, "thirty"));
    Path note = folder.resolve("kept/reached");
    filter.reach(new OutboxPlace(10_000, "ten thousand"));
    assertThat(Files.readAllLines(note)).containsExactly("30", "thirty", "20");
    filter.reach(new OutboxPlace(10_031, "later"));
    assertThat(Files.readAllLines(note)).containsExactly("10031", "later", "20");
    assertThat(filter.reached().sequence()).isEqualTo(10_031);
    filter.close();
  }

  @Test
  void it_tells_what_was_added_as_long_as_that_is_less_than_the_whole() throws Exception {
    KeptFilter filter = begun("kept");
    int all = 12_000; // 16 bytes each are twice the bits
    for (int from = 20; from < all; from += 500) {
      filter.add(hashes(filter, from, Math.min(all, from + 500)));
    }
    long newest = filter.filter().version();
    assertThat(since(filter, 0)).isInstanceOf(FilterAnswer.Whole.class);
    // 80,000 bytes would be less than the whole, and are no longer there
    assertThat(since(filter, newest - 5_000)).isInstanceOf(FilterAnswer.Whole.class);
    assertThat(since(filter, newest + 1)).isInstanceOf(FilterAnswer.Whole.class);
    assertThat(filter.since(new FilterQuestion.Since(key(2).generation(), newest)))
        .isInstanceOf(FilterAnswer.Whole.class);
    FilterAnswer.Added last = (FilterAnswer.Added) since(filter, newest - 1_000);
    assertThat(last.to()).isEqualTo(newest);
    assertThat(last.hashes()).hasSize(16_000);
    assertThat(Files.size(folder.resolve("kept/added")))
        .isLessThan(filter.filter().header().bits() / 8 + 500 * AddedTail.RECORD);
    filter.close();
    KeptFilter again = KeptFilter.open(folder.resolve("kept"));
    assertThat(had(again.filter(), 0, all)).isEqualTo(all);
    assertThat(again.filter().version()).isEqualTo(newest);
    again.close();
  }

  private static FilterAnswer since(KeptFilter filter, long version) {
    return filter.since(new FilterQuestion.Since(filter.generation(), version));
  }

  /** Twenty holders, of whom the place says no more than that ten are there. */
  private KeptFilter begun(String name) throws IOException {
    KeptFilter filter = KeptFilter.create(folder.resolve(name), key(1), 0);
    filter.add(hashes(filter, 0, 10));
    filter.reach(HALF);
    bits = Files.readAllBytes(folder.resolve(name + "/filter"));
    filter.add(hashes(filter, 10, 20));
    return filter;
  }

  /** A folder as a crash leaves it that came before any bit of the last ten was set. */
  private Path copy(byte[] tail) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy-" + ++copies));
    Files.write(copy.resolve("filter"), bits);
    Files.copy(folder.resolve("kept/reached"), copy.resolve("reached"));
    Files.write(copy.resolve("added"), tail);
    return copy;
  }

  private void endsTheSame(KeptFilter whole, byte[] tail, long version) throws IOException {
    Path copy = copy(tail);
    KeptFilter again = KeptFilter.open(copy);
    assertThat(again.reached()).isEqualTo(HALF);
    assertThat(again.filter().version()).isEqualTo(version);
    assertThat(Files.size(copy.resolve("added"))).isEqualTo(HEAD + version * AddedTail.RECORD);
    again.add(hashes(again, 10, 20));
    assertThat(again.filter().version()).isEqualTo(20);
    assertThat(again.filter().sum()).isEqualTo(whole.filter().sum());
    again.close();
    DurableFile.delete(copy);
  }
}
