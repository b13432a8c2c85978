package licencehub.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.event.JointOpening.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointOrderTest {
  private static final CreditCode LEAD = CreditCode.complete("11440300MB2C00001");

  @Test
  void parts_that_wait_for_each_other_are_circular_and_so_is_what_waits_for_them() {
    JointOrder order = new JointOrder();
    order.add("A", Set.of("B"));
    order.add("B", Set.of("A"));
    order.add("C", Set.of("B", "D"));
    order.add("D", Set.of());
    assertThat(order.circular()).containsExactlyInAnyOrder("A", "B", "C");
    assertThat(order.unknown()).isEmpty();
  }

  @Test
  void a_part_that_waits_for_itself_never_comes() {
    JointOrder order = new JointOrder();
    order.add("A", Set.of("A"));
    assertThat(order.circular()).containsExactly("A");
  }

  @Test
  void a_prerequisite_that_is_no_part_is_unknown_and_no_circle() {
    JointOrder order = new JointOrder();
    order.add("A", Set.of("X"));
    order.add("A", Set.of("X"));
    assertThat(order.unknown()).containsExactly("X");
    assertThat(order.repeated()).containsExactly("A");
    assertThat(order.circular()).isEmpty();
  }

  /** Whatever waits only for what stands before it in some order is never a circle. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_can_be_put_in_a_row_has_no_circle_until_the_last_is_made_to_precede_the_first(
      long seed) {
    Random random = new Random(seed);
    List<Part> row = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Set<CaseNumber> after = new HashSet<>();
      for (int j = 0; j < i; j++) {
        if (j == i - 1 || random.nextInt(4) == 0) {
          after.add(new CaseNumber("P-" + j));
        }
      }
      row.add(part("P-" + i, after));
    }
    List<Part> shuffled = new ArrayList<>(row);
    Collections.shuffle(shuffled, random);
    assertThat(new JointOrder(shuffled).circular()).isEmpty();
    shuffled.remove(row.getFirst());
    shuffled.add(part("P-0", Set.of(new CaseNumber("P-29"))));
    assertThat(new JointOrder(shuffled).circular()).hasSize(30);
    assertThatThrownBy(() -> opening(shuffled)).isInstanceOf(MalformedValue.class);
    assertThat(opening(row).hasPartOf(LEAD)).isTrue();
  }

  private static Part part(String number, Set<CaseNumber> after) {
    return new Part(
        new CaseNumber(number),
        new Organisation(LEAD, "示范局"),
        new ItemCode("11370800MB285591843370117002011"),
        "示范事项",
        after);
  }

  private static JointOpening opening(List<Part> parts) {
    return new JointOpening(
        new CaseNumber("LB-1"),
        new Organisation(LEAD, "示范局"),
        LEAD.region(),
        new Holder("示范公司", new HolderCode(HolderCodeType.CREDIT_CODE, LEAD.text())),
        "一件事",
        parts,
        List.of(),
        null);
  }
}
