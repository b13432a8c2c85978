package licencehub.library.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import licencehub.library.lease.Spread.Member;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final Set<String> ALL = Set.of("a", "b", "c", "d", "e", "f", "g");

  @Test
  void what_is_nobodys_is_dealt_out() {
    Map<String, Long> spread = Spread.of(members(1, 2, 3), Map.of());
    assertThat(spread).hasSize(7);
    assertThat(counts(spread)).containsExactlyInAnyOrder(3, 2, 2);
  }

  @Test
  void one_that_comes_gets_its_share_and_no_more_moves_than_that() {
    Map<String, Long> alone = Spread.of(members(1), Map.of());
    Map<String, Long> both = Spread.of(members(1, 2), alone);
    assertThat(counts(both)).containsExactlyInAnyOrder(4, 3);
    assertThat(both.entrySet()).filteredOn(it -> it.getValue() == 1).hasSize(4);
    assertThat(Spread.of(members(1, 2), both)).isEqualTo(both);
  }

  @Test
  void what_one_leaves_goes_to_who_has_least_and_nothing_else_moves() {
    Map<String, Long> before = Spread.of(members(1, 2, 3), Map.of());
    Map<String, Long> after = Spread.of(members(1, 3), before);
    assertThat(counts(after)).containsExactlyInAnyOrder(4, 3);
    before.forEach(
        (name, holder) -> {
          if (holder != 2) {
            assertThat(after).containsEntry(name, holder);
          }
        });
  }

  @Test
  void nobody_gets_what_it_takes_no_part_in() {
    List<Member> members = List.of(new Member(1, ALL), new Member(2, Set.of("c")));
    Map<String, Long> spread = Spread.of(members, Map.of("a", 2L));
    assertThat(spread).containsEntry("a", 1L).containsEntry("c", 2L);
    assertThat(spread.values()).filteredOn(it -> it == 2).hasSize(1);
  }

  @Test
  void nobody_is_there() {
    assertThat(Spread.of(List.of(), Map.of("a", 1L))).isEmpty();
  }

  private static List<Member> members(long... sessions) {
    return java.util.Arrays.stream(sessions).mapToObj(it -> new Member(it, ALL)).toList();
  }

  private static List<Integer> counts(Map<String, Long> spread) {
    Map<Long, Integer> counts = new TreeMap<>();
    spread.values().forEach(it -> counts.merge(it, 1, Integer::sum));
    return counts.values().stream().sorted(Collections.reverseOrder()).toList();
  }
}
