package licencehub.sharing.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import licencehub.model.submission.SentNumber;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static NumberSet set(String... numbers) {
    return NumberSet.of(
        List.of(numbers).stream()
            .map(it -> it.split("@", 2))
            .map(it -> new SentNumber(it[0], Long.parseLong(it[1])))
            .toList());
  }

  private static List<SentNumber> many(int count) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(it -> new SentNumber("n-" + it, 1)).toList());
  }

  @Test
  void a_set_is_the_same_in_whatever_order_and_however_often_it_is_listed() {
    List<SentNumber> some = many(500);
    Tally tally = NumberSet.of(some).tally();
    Collections.shuffle(some, new Random(7));
    some.addAll(some.subList(0, 40));
    assertThat(NumberSet.of(some).tally()).isEqualTo(tally);
    assertThat(tally.count()).isEqualTo(500);
  }

  @Test
  void the_digest_is_of_ids_and_versions_line_by_line() {
    assertThat(set("b@2", "B@1", "a@10").tally().digest())
        .isEqualTo(Digest.of("B\n1\na\n10\nb\n2\n".getBytes(UTF_8)));
    assertThat(set().tally()).isEqualTo(Tally.NOTHING);
  }

  @Test
  void a_bucket_is_the_first_byte_of_the_ids_digest() {
    // SHA-256 of "abc" begins ba7816bf.
    assertThat(NumberSet.bucket("abc")).isEqualTo(0xba);
  }

  @Test
  void buckets_differ_where_something_was_added_taken_away_or_changed() {
    List<SentNumber> other = many(2_000);
    NumberSet here = NumberSet.of(other);
    other.remove(new SentNumber("n-5", 1));
    other.set(other.indexOf(new SentNumber("n-9", 1)), new SentNumber("n-9", 2));
    other.add(new SentNumber("new", 1));
    assertThat(here.differing(NumberSet.of(other).tallies()))
        .containsExactlyInAnyOrder(
            NumberSet.bucket("n-5"), NumberSet.bucket("n-9"), NumberSet.bucket("new"));
    assertThat(here.differing(here.tallies())).isEmpty();
  }

  @Test
  void every_number_is_in_one_bucket() {
    NumberSet all = NumberSet.of(many(2_000));
    long sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += all.in(Set.of(i)).numbers().size();
    }
    assertThat(sum).isEqualTo(2_000);
  }

  @Test
  void one_id_in_two_versions_is_no_list() {
    assertThatThrownBy(() -> set("a@1", "a@2")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> set("有汉字@1")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> set("a@0")).isInstanceOf(MalformedValue.class);
  }

  @Test
  void each_kind_of_difference_is_told_once() {
    NumberSet listed = set("same@1", "gone@1", "aside@3", "newer@2", "yesterday@1", "moved@1");
    NumberSet received = set("same@1", "newer@1", "stranger@1");
    Map<String, Whereabouts> elsewhere =
        Map.of(
            "gone", new Whereabouts.Nowhere(),
            "aside", new Whereabouts.SetAside(17),
            "yesterday", new Whereabouts.Filed(1),
            "moved", new Whereabouts.Filed(4));
    assertThat(Differences.sought(listed, received)).isEqualTo(elsewhere.keySet());
    Differences found =
        Differences.between(listed, received, it -> Objects.requireNonNull(elsewhere.get(it)));
    assertThat(found)
        .isEqualTo(
            new Differences(
                List.of(new SentNumber("gone", 1)),
                List.of(new Differences.SetAside(new SentNumber("aside", 3), 17)),
                List.of(
                    new Differences.OtherVersion(new SentNumber("moved", 1), 4),
                    new Differences.OtherVersion(new SentNumber("newer", 2), 1)),
                List.of(new SentNumber("yesterday", 1)),
                List.of("stranger")));
    assertThat(found.none()).isFalse();
  }

  @Test
  void what_came_another_day_is_no_difference_to_mend() {
    Differences found = Differences.between(set("late@1"), set(), id -> new Whereabouts.Filed(1));
    assertThat(found.none()).isTrue();
    assertThat(found.otherTime()).hasSize(1);
  }
}
