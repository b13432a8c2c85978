package licencehub.library;

import static licencehub.library.CaseSample.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.CaseOrder;
import licencehub.model.event.Stage;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of cases. */
abstract class CaseContract extends DoorContract {
  private static final List<CaseSample> WHOLE =
      List.of(
          CaseSample.of(Stage.APPLICATION, 1),
          CaseSample.of(Stage.ACCEPTANCE, 1),
          CaseSample.of(Stage.HANDLING, 1),
          CaseSample.of(Stage.EXAMINATION, 1),
          CaseSample.of(Stage.EXAMINATION, 2),
          CaseSample.of(Stage.APPROVAL, 1),
          CaseSample.of(Stage.COMPLETION, 1),
          CaseSample.of(Stage.COLLECTION, 1));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void steps_stand_in_the_order_they_happened_however_they_arrive(long seed) {
    List<CaseSample> arriving = new ArrayList<>(WHOLE);
    Collections.shuffle(arriving, new Random(seed));
    arriving.forEach(this::file);
    CaseFile found = library().cases().find(CASE).orElseThrow();
    assertThat(found.steps())
        .extracting(it -> it.event().id())
        .containsExactlyElementsOf(WHOLE.stream().map(CaseSample::id).toList());
    assertThat(found.flags()).isEmpty();
  }

  @Test
  void the_highest_version_of_a_step_stands() {
    CaseSample examination = CaseSample.of(Stage.EXAMINATION, 1);
    assertThat(file(examination.withVersion(3))).isInstanceOf(Outcome.Accepted.class);
    Outcome late = file(examination.withVersion(2));
    assertThat(late).isInstanceOf(Outcome.Superseded.class);
    assertThat(((Outcome.Superseded) late).standing()).isEqualTo(3);
    assertThat(library().cases().find(CASE).orElseThrow().steps())
        .extracting(it -> it.event().version())
        .containsExactly(3L);
    assertThat(library().outbox().head()).isEqualTo(1);
  }

  @Test
  void a_step_out_of_order_is_kept_and_flagged() {
    file(CaseSample.of(Stage.ACCEPTANCE, 1));
    file(CaseSample.of(Stage.COMPLETION, 1));
    file(CaseSample.of(Stage.APPROVAL, 1).withAt(LicenceSample.NOON.plusSeconds(9_999)));
    assertThat(library().cases().find(CASE).orElseThrow().flags())
        .contains(CaseOrder.Flag.AFTER_COMPLETION);
  }

  @Test
  void a_step_happened_when_it_says_not_when_it_was_reported() {
    CaseSample step = CaseSample.of(Stage.HANDLING, 1);
    file(step);
    assertThat(library().cases().find(CASE).orElseThrow().steps().getFirst().event().happenedAt())
        .isEqualTo(step.at());
  }

  @Test
  void cases_do_not_mix() {
    CaseNumber longer = new CaseNumber(CASE.text() + "1");
    file(CaseSample.of(Stage.ACCEPTANCE, 1));
    file(CaseSample.of(Stage.HANDLING, 1).of(longer));
    assertThat(library().cases().find(CASE).orElseThrow().steps()).hasSize(1);
    assertThat(library().cases().find(new CaseNumber("33"))).isEmpty();
  }
}
