package licencehub.model.event;

import static licencehub.model.event.CaseOrder.Flag.AFTER_COMPLETION;
import static licencehub.model.event.CaseOrder.Flag.BEFORE_ACCEPTANCE;
import static licencehub.model.event.CaseOrder.Flag.COMPLETED_TWICE;
import static licencehub.model.event.CaseOrder.Flag.PROCEDURES_OVERLAP;
import static licencehub.model.event.CaseOrder.Flag.PROCEDURE_WITHOUT_START;
import static licencehub.model.event.CaseOrder.Flag.STAGE_ORDER;
import static licencehub.model.event.CaseOrder.Flag.SUPPLEMENT_WITHOUT_NOTICE;
import static licencehub.model.event.Stage.ACCEPTANCE;
import static licencehub.model.event.Stage.APPLICATION;
import static licencehub.model.event.Stage.APPROVAL;
import static licencehub.model.event.Stage.COLLECTION;
import static licencehub.model.event.Stage.COMPLETION;
import static licencehub.model.event.Stage.EXAMINATION;
import static licencehub.model.event.Stage.HANDLING;
import static licencehub.model.event.Stage.SPECIAL_PROCEDURE_ENDED;
import static licencehub.model.event.Stage.SPECIAL_PROCEDURE_STARTED;
import static licencehub.model.event.Stage.SUPPLEMENT_RECEIVED;
import static licencehub.model.event.Stage.SUPPLEMENT_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import licencehub.model.event.CaseOrder.Reported;
import org.junit.jupiter.api.Test;

class CaseOrderTest {
  private static final Instant START = Instant.parse("2026-03-02T01:30:00Z");
  private static final List<Reported> WHOLE =
      List.of(
          step(APPLICATION, 1, 0),
          step(SUPPLEMENT_REQUESTED, 1, 1),
          step(SUPPLEMENT_RECEIVED, 1, 2),
          step(ACCEPTANCE, 1, 3),
          step(HANDLING, 1, 4),
          step(SPECIAL_PROCEDURE_STARTED, 1, 5),
          step(SPECIAL_PROCEDURE_ENDED, 1, 6),
          step(EXAMINATION, 2, 7),
          step(APPROVAL, 3, 8),
          step(COMPLETION, 1, 9),
          step(COLLECTION, 1, 10));

  @Test
  void a_whole_case_is_in_order_however_its_steps_arrive() {
    for (int seed = 0; seed < 50; seed++) {
      List<Reported> arrived = new ArrayList<>(WHOLE);
      Collections.shuffle(arrived, new Random(seed));
      assertThat(CaseOrder.flags(arrived)).isEmpty();
    }
  }

  @Test
  void a_case_may_start_with_its_acceptance() {
    assertThat(CaseOrder.flags(WHOLE.subList(3, 6))).isEmpty();
  }

  @Test
  void a_late_acceptance_mends_the_order() {
    List<Reported> missing = List.of(step(HANDLING, 1, 4));
    assertThat(CaseOrder.flags(missing)).containsExactly(BEFORE_ACCEPTANCE);
    assertThat(CaseOrder.flags(List.of(step(HANDLING, 1, 4), step(ACCEPTANCE, 1, 3)))).isEmpty();
  }

  @Test
  void stages_that_go_back_in_time_are_flagged() {
    assertThat(
            CaseOrder.flags(
                List.of(step(ACCEPTANCE, 1, 0), step(APPROVAL, 2, 1), step(HANDLING, 1, 2))))
        .containsExactly(STAGE_ORDER);
  }

  @Test
  void a_step_after_completion_and_a_second_completion_are_flagged() {
    List<Reported> done = List.of(step(ACCEPTANCE, 1, 0), step(COMPLETION, 1, 1));
    assertThat(CaseOrder.flags(plus(done, step(APPROVAL, 3, 2))))
        .containsExactlyInAnyOrder(AFTER_COMPLETION, STAGE_ORDER);
    assertThat(CaseOrder.flags(plus(done, step(COMPLETION, 2, 2))))
        .containsExactly(COMPLETED_TWICE);
  }

  @Test
  void a_supplement_nobody_requested_is_flagged() {
    assertThat(CaseOrder.flags(List.of(step(SUPPLEMENT_RECEIVED, 1, 0))))
        .containsExactly(SUPPLEMENT_WITHOUT_NOTICE);
    assertThat(
            CaseOrder.flags(
                List.of(step(SUPPLEMENT_REQUESTED, 1, 0), step(SUPPLEMENT_RECEIVED, 2, 1))))
        .containsExactly(SUPPLEMENT_WITHOUT_NOTICE);
  }

  @Test
  void special_procedures_start_before_they_end_and_one_at_a_time() {
    assertThat(CaseOrder.flags(List.of(step(SPECIAL_PROCEDURE_ENDED, 1, 0))))
        .containsExactly(PROCEDURE_WITHOUT_START);
    assertThat(
            CaseOrder.flags(
                List.of(
                    step(SPECIAL_PROCEDURE_STARTED, 1, 0),
                    step(SPECIAL_PROCEDURE_STARTED, 2, 1),
                    step(SPECIAL_PROCEDURE_ENDED, 1, 2))))
        .containsExactly(PROCEDURES_OVERLAP);
  }

  @Test
  void what_happened_in_the_same_second_is_taken_in_its_natural_order() {
    assertThat(
            CaseOrder.flags(
                List.of(
                    step(SPECIAL_PROCEDURE_ENDED, 1, 0),
                    step(SPECIAL_PROCEDURE_STARTED, 1, 0),
                    step(SUPPLEMENT_RECEIVED, 1, 0),
                    step(SUPPLEMENT_REQUESTED, 1, 0),
                    step(APPROVAL, 3, 0),
                    step(ACCEPTANCE, 1, 0))))
        .isEmpty();
  }

  @Test
  void each_contradiction_is_named_once_and_in_both_languages() {
    List<Reported> steps = List.of(step(HANDLING, 1, 0), step(HANDLING, 2, 1));
    assertThat(CaseOrder.flags(steps)).containsExactly(BEFORE_ACCEPTANCE);
    for (CaseOrder.Flag flag : CaseOrder.Flag.values()) {
      assertThat(flag.text().zh()).isNotBlank();
    }
  }

  private static List<Reported> plus(List<Reported> steps, Reported one) {
    List<Reported> more = new ArrayList<>(steps);
    more.add(one);
    return more;
  }

  private static Reported step(Stage stage, int sequence, int hour) {
    return new Reported(stage, sequence, START.plusSeconds(3600L * hour));
  }
}
