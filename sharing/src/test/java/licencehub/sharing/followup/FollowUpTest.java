package licencehub.sharing.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import licencehub.model.MalformedValue;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.Draft;
import licencehub.sharing.followup.Feedback.State;
import licencehub.sharing.followup.Feedback.Subject;
import licencehub.sharing.followup.Scan.Settlement;
import licencehub.sharing.followup.Transition.Done;
import licencehub.sharing.followup.Transition.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {
  private static final CaseNumber CASE = new CaseNumber("C-1");
  private static final CreditCode ISSUER = Draft.ISSUER.code();
  private static final CreditCode REPORTER = new CreditCode("11330105002500287C");
  private static final LicenceIdentifier LICENCE = Draft.food("A1").licence().identifier();
  private static final Instant LATER = Draft.NOW.plusSeconds(60);
  private static final Settlement CHECKED = new Settlement("zhang.san", LATER, "原件");
  private static final Scan SCAN =
      Scan.take("S-1", CASE, "D1", "zhang.san", Draft.NOW, Draft.TODAY.plusDays(5));

  @Test
  void a_scan_is_settled_once() {
    for (Function<Scan, Transition<Scan>> end :
        java.util.List.<Function<Scan, Transition<Scan>>>of(
            it -> it.confirm(CHECKED), it -> it.refute(CHECKED), it -> it.withdraw(CHECKED))) {
      Scan settled = done(end.apply(SCAN));
      assertThat(settled.settlement()).isEqualTo(CHECKED);
      assertThat(settled.confirm(CHECKED)).isInstanceOf(Refused.class);
      assertThat(settled.refute(CHECKED)).isInstanceOf(Refused.class);
      assertThat(settled.withdraw(CHECKED)).isInstanceOf(Refused.class);
      assertThat(settled.extend(Draft.TODAY.plusDays(9), Draft.TODAY)).isInstanceOf(Refused.class);
      assertThat(settled.isOverdueOn(Draft.TODAY.plusDays(99))).isFalse();
    }
    assertThat(done(SCAN.confirm(CHECKED)).state()).isEqualTo(Scan.State.CONFIRMED);
    assertThat(done(SCAN.refute(CHECKED)).state()).isEqualTo(Scan.State.REFUTED);
    assertThat(done(SCAN.withdraw(CHECKED)).state()).isEqualTo(Scan.State.WITHDRAWN);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "5, false", "6, true"})
  void a_scan_is_overdue_from_the_day_after(int days, boolean overdue) {
    assertThat(SCAN.isOverdueOn(Draft.TODAY.plusDays(days))).isEqualTo(overdue);
  }

  @Test
  void a_late_check_still_counts() {
    Settlement late = new Settlement("li.si", Draft.NOW.plusSeconds(86400 * 30), "原件");
    assertThat(SCAN.confirm(late)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @CsvSource({"6, 0, true", "6, 5, true", "6, 6, false", "5, 0, false", "4, 0, false"})
  void the_day_is_moved_later_and_before_it_passes(int to, int today, boolean moved) {
    Transition<Scan> extended = SCAN.extend(Draft.TODAY.plusDays(to), Draft.TODAY.plusDays(today));
    assertThat(extended).isInstanceOf(moved ? Done.class : Refused.class);
    if (moved) {
      assertThat(done(extended).extend(Draft.TODAY.plusDays(20), Draft.TODAY))
          .isInstanceOf(Refused.class);
      assertThat(done(done(extended).confirm(CHECKED)).extended()).isTrue();
    }
  }

  @Test
  void a_check_names_who_and_against_what_and_comes_after() {
    assertThatThrownBy(() -> new Settlement("", LATER, "原件")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new Settlement("li.si", LATER, " "))
        .isInstanceOf(MalformedValue.class);
    assertThat(SCAN.confirm(new Settlement("li.si", Draft.NOW.minusSeconds(1), "原件")))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "REPORTED, REPORTED, false",
    "REPORTED, ACKNOWLEDGED, true",
    "REPORTED, CORRECTED, true",
    "REPORTED, REFUSED, true",
    "ACKNOWLEDGED, REPORTED, false",
    "ACKNOWLEDGED, ACKNOWLEDGED, false",
    "ACKNOWLEDGED, CORRECTED, true",
    "ACKNOWLEDGED, REFUSED, true",
    "CORRECTED, REPORTED, false",
    "CORRECTED, ACKNOWLEDGED, false",
    "CORRECTED, CORRECTED, false",
    "CORRECTED, REFUSED, false",
    "REFUSED, REPORTED, false",
    "REFUSED, ACKNOWLEDGED, false",
    "REFUSED, CORRECTED, false",
    "REFUSED, REFUSED, false"
  })
  void a_report_moves_only_forward(State from, State to, boolean allowed) {
    assertThat(from.mayBecome(to)).isEqualTo(allowed);
    if (to != State.REPORTED) {
      assertThat(move(at(from), to, ISSUER, LATER.plusSeconds(60)))
          .isInstanceOf(allowed ? Done.class : Refused.class);
    }
  }

  @Test
  void every_step_is_kept() {
    Feedback corrected =
        done(done(report().acknowledge(ISSUER, LATER)).correct(ISSUER, LATER, LICENCE));
    assertThat(corrected.steps())
        .extracting(Feedback.Step::state)
        .containsExactly(State.REPORTED, State.ACKNOWLEDGED, State.CORRECTED);
    assertThat(corrected.steps().getLast().licence()).isEqualTo(LICENCE);
  }

  @Test
  void only_its_issuer_moves_it_and_time_goes_forward() {
    assertThat(report().acknowledge(REPORTER, LATER)).isInstanceOf(Refused.class);
    assertThat(report().acknowledge(ISSUER, Draft.NOW.minusSeconds(1))).isInstanceOf(Refused.class);
    assertThat(report().acknowledge(ISSUER, Draft.NOW)).isInstanceOf(Done.class);
  }

  @Test
  void a_refusal_says_why() {
    assertThat(report().refuse(ISSUER, LATER, " ")).isInstanceOf(Refused.class);
    assertThat(done(report().refuse(ISSUER, LATER, "与原件一致")).steps().getLast().note())
        .isEqualTo("与原件一致");
  }

  @Test
  void a_wrong_licence_has_fields_in_doubt_and_a_missing_one_hides_its_holder() {
    assertThatThrownBy(() -> report(new Subject.Wrong(LICENCE, Set.of())))
        .isInstanceOf(MalformedValue.class);
    Feedback missing = report(new Subject.Missing(Draft.FOOD, Draft.PERSON.code()));
    assertThat(missing.toString()).doesNotContain(Draft.PERSON.code().value());
    assertThatThrownBy(
            () ->
                new Feedback("F-1", missing.subject(), ISSUER, REPORTER, CASE, java.util.List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Feedback at(State state) {
    return state == State.REPORTED ? report() : done(move(report(), state, ISSUER, LATER));
  }

  private static Transition<Feedback> move(Feedback feedback, State to, CreditCode by, Instant at) {
    return switch (to) {
      case REPORTED -> throw new IllegalArgumentException("nothing becomes a report");
      case ACKNOWLEDGED -> feedback.acknowledge(by, at);
      case CORRECTED -> feedback.correct(by, at, LICENCE);
      case REFUSED -> feedback.refuse(by, at, "与原件一致");
    };
  }

  private static Feedback report() {
    return report(new Subject.Wrong(LICENCE, Set.of("有效期截止日期")));
  }

  private static Feedback report(Subject subject) {
    return Feedback.report("F-1", subject, ISSUER, REPORTER, CASE, Draft.NOW);
  }

  private static <T> T done(Transition<T> transition) {
    return switch (transition) {
      case Done<T> it -> it.now();
      case Refused<T> it -> throw new AssertionError(it.why().toString());
    };
  }
}
