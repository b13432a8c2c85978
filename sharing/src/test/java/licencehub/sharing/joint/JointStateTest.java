package licencehub.sharing.joint;

import static licencehub.sharing.joint.Restaurant.FIRE;
import static licencehub.sharing.joint.Restaurant.FOOD;
import static licencehub.sharing.joint.Restaurant.HEALTH;
import static licencehub.sharing.joint.Restaurant.HYGIENE;
import static licencehub.sharing.joint.Restaurant.MARKET;
import static licencehub.sharing.joint.Restaurant.PAPER;
import static licencehub.sharing.joint.Restaurant.PLAN;
import static licencehub.sharing.joint.Restaurant.SAFETY;
import static licencehub.sharing.joint.Restaurant.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.JointInspection.Finding;
import licencehub.model.event.JointInspection.Result;
import licencehub.model.event.JointInspection.State;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;
import licencehub.sharing.joint.LeadNote.Kind;
import licencehub.sharing.joint.MaterialState.Standing;
import licencehub.sharing.joint.PartState.Flag;
import licencehub.sharing.joint.PartState.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointStateTest {
  @Test
  void where_nothing_was_reported_every_part_is_to_be_accepted() {
    JointState state = new Restaurant().state();
    assertThat(state.parts())
        .allSatisfy(it -> assertThat(it.progress()).isInstanceOf(Progress.NotBegun.class))
        .allSatisfy(it -> assertThat(it.next()).startsWith(Next.ACCEPT));
    assertThat(issuing(state, FOOD)).isEqualTo(new Issuing.Waiting(Set.of(SAFETY, HYGIENE)));
    assertThat(issuing(state, SAFETY)).isEqualTo(new Issuing.Free());
    assertThat(state.notice()).isNull();
    assertThat(state.isDone()).isFalse();
    assertThat(kinds(state)).containsExactly(Kind.INSPECTION_TO_ARRANGE);
  }

  @Test
  void a_part_may_be_issued_once_all_its_prerequisites_are() {
    Restaurant one = new Restaurant().accepted(FOOD, MARKET).issued(SAFETY, FIRE, 5);
    assertThat(issuing(one.state(), FOOD)).isEqualTo(new Issuing.Waiting(Set.of(HYGIENE)));
    assertThat(part(one.state(), FOOD).next()).endsWith(Next.AWAIT_PREREQUISITE);
    JointState both =
        one.issued(HYGIENE, HEALTH, 6)
            .checked(FIRE, "F01", PLAN, true)
            .inspected(MARKET, State.HELD, 1, 4, passed(MARKET), passed(FIRE))
            .state();
    assertThat(issuing(both, FOOD)).isEqualTo(new Issuing.Free());
    assertThat(part(both, FOOD).next()).containsExactly(Next.DECIDE);
    assertThat(part(both, FOOD).confirmed()).isTrue();
    assertThat(part(new Restaurant().issued(FOOD, FIRE, 1).state(), FOOD).confirmed()).isFalse();
    assertThat(part(both, SAFETY).next()).containsExactly(Next.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "certificate-issued, FIRE, true",
    "completed, FIRE, true",
    "returned, FIRE, false",
    "voided, FIRE, false",
    "forwarded, FIRE, false",
    "certificate-issued, STRANGER, false"
  })
  void a_prerequisite_is_met_by_a_result_of_its_own_department_alone(
      String result, String by, boolean met) {
    Organisation department = by.equals("FIRE") ? FIRE : STRANGER;
    JointState state =
        new Restaurant()
            .issued(HYGIENE, HEALTH, 3)
            .step(SAFETY, department, Stage.COMPLETION, 4, result)
            .state();
    assertThat(issuing(state, FOOD))
        .isEqualTo(met ? new Issuing.Free() : new Issuing.Barred(Set.of(SAFETY)));
    assertThat(kinds(state).contains(Kind.BARRED)).isEqualTo(!met);
    assertThat(part(state, SAFETY).progress().isOver()).isTrue();
  }

  @Test
  void what_was_issued_too_early_is_kept_and_flagged_until_late_steps_mend_it() {
    Restaurant early = new Restaurant().issued(FOOD, MARKET, 5).issued(SAFETY, FIRE, 5);
    assertThat(part(early.state(), FOOD).flags()).containsExactly(Flag.ISSUED_EARLY);
    assertThat(part(early.state(), FOOD).progress().isIssued()).isTrue();
    assertThat(part(early.issued(HYGIENE, HEALTH, 5).state(), FOOD).flags()).isEmpty();
    Restaurant late =
        new Restaurant().issued(FOOD, MARKET, 5).issued(SAFETY, FIRE, 6).issued(HYGIENE, HEALTH, 4);
    assertThat(part(late.state(), FOOD).flags()).containsExactly(Flag.ISSUED_EARLY);
    assertThat(late.state().notes())
        .contains(new LeadNote(Kind.ISSUED_EARLY, "SP-1"), new LeadNote(Kind.ALL_DONE, ""));
  }

  @Test
  void a_part_that_is_refused_is_over_and_bars_what_needs_it() {
    JointState state = new Restaurant().step(SAFETY, FIRE, Stage.ACCEPTANCE, 1, "refused").state();
    assertThat(part(state, SAFETY).progress()).isInstanceOf(Progress.Refused.class);
    assertThat(part(state, FOOD).next()).endsWith(Next.ASK_LEAD);
    assertThat(state.notes())
        .contains(new LeadNote(Kind.REFUSED, "XF-2"), new LeadNote(Kind.BARRED, "SP-1"));
  }

  @Test
  void what_one_has_checked_nobody_checks_again() {
    Restaurant checked = new Restaurant().accepted(FOOD, MARKET).checked(FIRE, "F01", PLAN, true);
    assertThat(standing(checked.state(), "F01")).isEqualTo(Standing.SOUND);
    assertThat(part(checked.state(), FOOD).next()).doesNotContain(Next.CHECK_MATERIALS);
    assertThat(part(checked.state(), HYGIENE).next()).contains(Next.CHECK_MATERIALS);
    JointState disputed = checked.checked(MARKET, "F01", PLAN, false).state();
    assertThat(standing(disputed, "F01")).isEqualTo(Standing.DISPUTED);
    assertThat(disputed.notes()).contains(new LeadNote(Kind.DISPUTED, "F01"));
    assertThat(kinds(new Restaurant().checked(HEALTH, "F02", PAPER, false).state()))
        .contains(Kind.UNSOUND);
  }

  @Test
  void a_check_of_another_scan_by_a_stranger_or_of_nothing_does_not_count() {
    JointState state =
        new Restaurant()
            .checked(FIRE, "F01", PAPER, true)
            .checked(STRANGER, "F02", PAPER, true)
            .checked(FIRE, "F09", PAPER, true)
            .state();
    assertThat(state.materials())
        .allSatisfy(it -> assertThat(it.standing()).isEqualTo(Standing.UNCHECKED));
    assertThat(state.notes())
        .contains(
            new LeadNote(Kind.STALE_CHECK, "F01"),
            new LeadNote(Kind.STRANGER_CHECK, STRANGER.code().text()),
            new LeadNote(Kind.CHECK_OF_NOTHING, "F09"));
  }

  @Test
  void queries_of_several_parts_are_one_notice_with_each_material_once() {
    Restaurant asked =
        new Restaurant()
            .asks(SAFETY, FIRE, 1, 3, "平面图", "疏散 示意图")
            .asks(FOOD, MARKET, 1, 2, "疏散示意图", "租赁合同")
            .asks(HYGIENE, STRANGER, 1, 1, "身份证");
    Notice notice = asked.state().notice();
    assertThat(notice).isNotNull();
    assertThat(notice.asks()).extracting(Notice.Ask::part).containsExactly(FOOD, SAFETY);
    assertThat(notice.since()).isEqualTo(Restaurant.hour(2));
    assertThat(notice.materials())
        .extracting(Notice.Wanted::name)
        .containsExactly("疏散示意图", "租赁合同", "平面图");
    assertThat(notice.materials().getFirst().departments()).containsExactly(MARKET, FIRE);
    assertThat(part(asked.state(), FOOD).next()).contains(Next.AWAIT_APPLICANT);
    assertThat(notice.of(SAFETY::equals).orElseThrow().materials()).hasSize(2);
    assertThat(notice.of(HYGIENE::equals)).isEmpty();
    assertThat(kinds(asked.state())).contains(Kind.OTHER_DEPARTMENT);
  }

  @Test
  void what_came_in_falls_out_of_the_notice_and_so_does_what_a_part_that_is_over_asked() {
    Restaurant asked =
        new Restaurant()
            .asks(SAFETY, FIRE, 1, 1, "平面图")
            .answered(SAFETY, FIRE, 1, 2)
            .asks(SAFETY, FIRE, 2, 3, "合同")
            .asks(FOOD, MARKET, 1, 3, "照片");
    assertThat(asked.state().notice())
        .isNotNull()
        .extracting(it -> it.materials().stream().map(Notice.Wanted::name).toList())
        .isEqualTo(List.of("合同", "照片"));
    asked.answered(SAFETY, FIRE, 2, 4).step(FOOD, MARKET, Stage.COMPLETION, 5, "returned");
    assertThat(asked.state().notice()).isNull();
  }

  @Test
  void an_inspection_is_what_its_lead_says_of_it() {
    Restaurant arranged = new Restaurant().inspected(MARKET, State.ARRANGED, 1, 9);
    assertThat(kinds(arranged.state())).isEmpty();
    JointState held =
        arranged
            .inspected(MARKET, State.HELD, 1, 9, new Finding(MARKET.code(), Result.FAILED, ""))
            .inspected(FIRE, State.HELD, 2, 9, passed(FIRE))
            .state();
    assertThat(held.notes())
        .contains(
            new LeadNote(Kind.FINDING_MISSING, FIRE.code().text()),
            new LeadNote(Kind.INSPECTION_FAILED, MARKET.code().text()),
            new LeadNote(Kind.STRANGER_INSPECTION, FIRE.code().text()));
    assertThat(part(held, SAFETY).next()).contains(Next.INSPECT);
    JointState again =
        arranged.inspected(MARKET, State.HELD, 2, 9, passed(MARKET), passed(FIRE)).state();
    assertThat(kinds(again)).containsExactly(Kind.STRANGER_INSPECTION);
    assertThat(part(again, SAFETY).next()).doesNotContain(Next.INSPECT);
  }

  @Test
  void a_case_of_another_applicant_and_a_second_opener_are_flagged() {
    HolderCode other = new HolderCode(HolderCodeType.CREDIT_CODE, STRANGER.code().text());
    JointState state =
        new Restaurant()
            .claimedBy(STRANGER)
            .step(
                FOOD,
                new PartStep(
                    Stage.APPLICATION,
                    1,
                    Restaurant.MORNING,
                    MARKET.code(),
                    other,
                    "",
                    "",
                    List.of()))
            .state();
    assertThat(part(state, FOOD).flags()).containsExactly(Flag.OTHER_APPLICANT);
    assertThat(part(state, FOOD).confirmed()).isFalse();
    assertThat(kinds(state)).contains(Kind.OTHER_APPLICANT, Kind.CLAIMED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_order_in_which_anything_is_given_decides_nothing(long seed) {
    JointReport whole = busy().report();
    Random random = new Random(seed);
    Map<CaseNumber, List<PartStep>> steps = new HashMap<>();
    whole.steps().forEach((part, all) -> steps.put(part, shuffled(all, random)));
    JointReport other =
        new JointReport(
            whole.opening(),
            whole.claimants(),
            shuffled(whole.checks(), random),
            shuffled(whole.inspections(), random),
            steps);
    assertThat(JointState.of(other)).isEqualTo(JointState.of(whole));
  }

  private static Restaurant busy() {
    return new Restaurant()
        .accepted(FOOD, MARKET)
        .accepted(SAFETY, FIRE)
        .asks(SAFETY, FIRE, 1, 2, "平面图")
        .asks(SAFETY, FIRE, 2, 2, "平面图", "合同")
        .asks(FOOD, MARKET, 1, 2, "平 面图")
        .issued(HYGIENE, HEALTH, 4)
        .checked(FIRE, "F01", PLAN, true)
        .checked(HEALTH, "F01", PLAN, false)
        .checked(MARKET, "F01", PAPER, false)
        .checked(STRANGER, "F02", PAPER, true)
        .inspected(MARKET, State.ARRANGED, 1, 3)
        .inspected(MARKET, State.HELD, 1, 3, passed(FIRE))
        .inspected(MARKET, State.ARRANGED, 2, 8)
        .inspected(STRANGER, State.HELD, 3, 9, passed(FIRE));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }

  private static Finding passed(Organisation by) {
    return new Finding(by.code(), Result.PASSED, "");
  }

  private static PartState part(JointState state, CaseNumber number) {
    return state.part(number).orElseThrow();
  }

  private static Issuing issuing(JointState state, CaseNumber number) {
    return part(state, number).issuing();
  }

  private static Standing standing(JointState state, String code) {
    return state.materials().stream()
        .filter(it -> it.material().code().equals(code))
        .findFirst()
        .orElseThrow()
        .standing();
  }

  private static List<Kind> kinds(JointState state) {
    return state.notes().stream().map(LeadNote::kind).toList();
  }
}
