package licencehub.library;

import static licencehub.library.JointSample.FIRE;
import static licencehub.library.JointSample.HEALTH;
import static licencehub.library.JointSample.MARKET;
import static licencehub.library.JointSample.checked;
import static licencehub.library.JointSample.inspected;
import static licencehub.library.JointSample.opened;
import static licencehub.library.JointSample.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import licencehub.library.Entry.Filing;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.Stage;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of joint applications. */
abstract class JointContract extends DoorContract {
  private static final CaseNumber A = new CaseNumber("A");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void what_stands_of_it_does_not_depend_on_the_order_of_arrival(long seed) {
    Filing second = opened("A", 2, MARKET, FIRE, HEALTH);
    Filing sound = checked("A", 3, FIRE, "F01");
    Filing other = checked("A", 1, HEALTH, "F01");
    Filing held = inspected("A", 1, MARKET, State.HELD);
    List<Filing> all =
        new ArrayList<>(
            List.of(
                opened("A", 1, MARKET, FIRE),
                second,
                checked("A", 2, FIRE, "F01"),
                sound,
                other,
                inspected("A", 1, MARKET, State.ARRANGED),
                held));
    Collections.shuffle(all, new Random(seed));
    all.forEach(this::file);
    reopen();
    JointFile found = library().joints().find(A).orElseThrow();
    assertThat(found.lead()).isEqualTo(MARKET);
    assertThat(found.events())
        .extracting(HistoryEntry::id)
        .hasSize(5)
        .contains(second.event().id(), sound.event().id(), other.event().id(), held.event().id());
    assertThat(library().joints().departments(A)).containsExactlyInAnyOrder(MARKET, FIRE, HEALTH);
  }

  @Test
  void a_late_lower_version_is_superseded_and_a_repeat_is_a_duplicate() {
    Filing second = opened("A", 2, MARKET, FIRE, HEALTH);
    file(second);
    Outcome late = file(opened("A", 1, MARKET, FIRE)).getFirst();
    assertThat(late).isInstanceOf(Outcome.Superseded.class);
    assertThat(((Outcome.Superseded) late).standing()).isEqualTo(2);
    assertThat(file(second).getFirst()).isInstanceOf(Outcome.Duplicate.class);
    assertThat(library().joints().departments(A)).contains(HEALTH);
  }

  @Test
  void a_correction_takes_parts_away_and_brings_others() {
    file(opened("A", 1, MARKET, FIRE, HEALTH));
    file(opened("A", 2, MARKET, FIRE));
    assertThat(library().joints().departments(A)).containsExactlyInAnyOrder(MARKET, FIRE);
    assertThat(library().joints().withPart(part("A", 0))).containsExactly(A);
    assertThat(library().joints().withPart(part("A", 1))).isEmpty();
    assertThat(numbers(HEALTH, -1)).isEmpty();
  }

  @Test
  void nobody_else_leads_under_a_number_but_what_he_states_is_kept() {
    file(opened("A", 1, MARKET, FIRE), opened("A", 9, HEALTH, HEALTH));
    JointFile found = library().joints().find(A).orElseThrow();
    assertThat(found.lead()).isEqualTo(MARKET);
    assertThat(found.events()).hasSize(2);
    assertThat(library().joints().departments(A)).containsExactlyInAnyOrder(MARKET, FIRE);
    assertThat(file(opened("A", 2, MARKET, FIRE, HEALTH)).getFirst())
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void what_was_checked_before_it_was_opened_waits_for_it() {
    file(checked("A", 1, FIRE, "F01"));
    assertThat(library().joints().find(A)).isEmpty();
    assertThat(library().joints().departments(A)).isEmpty();
    file(opened("A", 1, MARKET, FIRE));
    assertThat(library().joints().find(A).orElseThrow().events()).hasSize(2);
  }

  @Test
  void it_is_open_to_those_it_concerns_until_every_part_is_completed_page_by_page() {
    file(opened("A", 1, MARKET, FIRE, HEALTH));
    file(opened("B", 1, HEALTH, FIRE));
    file(opened("C", 1, MARKET, MARKET));
    assertThat(numbers(FIRE, -1)).containsExactly("A", "B");
    assertThat(numbers(MARKET, -1)).containsExactly("A", "C");
    assertThat(numbers(HEALTH, -1)).containsExactly("A", "B");
    assertThat(library().joints().open(FIRE, -1, 1))
        .extracting(Joints.Open::opened)
        .containsExactly(0L);
    assertThat(numbers(FIRE, 0)).containsExactly("B");
    file(CaseSample.of(Stage.COMPLETION, 1).of(part("A", 0)).filing());
    assertThat(numbers(FIRE, -1)).containsExactly("A", "B");
    file(CaseSample.of(Stage.COMPLETION, 1).of(part("A", 1)).filing());
    assertThat(numbers(FIRE, -1)).containsExactly("B");
    file(opened("A", 2, MARKET, FIRE, HEALTH, MARKET));
    assertThat(numbers(FIRE, -1)).containsExactly("A", "B");
    assertThat(numbers(CreditCode.complete("11440300MB2C00009"), -1)).isEmpty();
  }

  private List<String> numbers(CreditCode department, long after) {
    return library().joints().open(department, after, 9).stream()
        .map(it -> it.number().text())
        .toList();
  }
}
