package licencehub.sharing.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * A report to an issuer that a licence is missing 缺证 or wrong 错证, found in use. Each move gives a
 * new record with one more step.
 *
 * @param id names it for ever
 * @param subject what is missing or wrong
 * @param issuer who has to answer
 * @param reporter who found it
 * @param steps from the report to where it stands, the last step last
 */
public record Feedback(
    String id,
    Subject subject,
    CreditCode issuer,
    CreditCode reporter,
    CaseNumber caseNumber,
    List<Step> steps) {
  /** What is missing or wrong. */
  public sealed interface Subject {
    /** The holder has a licence on paper that the library does not have 缺证. */
    record Missing(LicenceTypeCode type, HolderCode holder) implements Subject {}

    /**
     * What the library has is not what the licence says 错证.
     *
     * @param fields names of the fields in doubt; never their values
     */
    record Wrong(LicenceIdentifier licence, Set<String> fields) implements Subject {
      public Wrong {
        fields = Set.copyOf(fields);
      }
    }
  }

  /** Where a report stands. */
  public enum State {
    REPORTED("已反馈", "reported"),
    ACKNOWLEDGED("已受理", "accepted"),
    CORRECTED("已更正", "corrected"),
    REFUSED("不予更正", "refused");

    private final Text text;

    State(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    /** The word in events and answers. */
    public String wire() {
      return text.en();
    }

    public boolean isEnd() {
      return this == CORRECTED || this == REFUSED;
    }

    /** Whether a report may go from here to there; corrected and refused are ends. */
    public boolean mayBecome(State next) {
      return switch (this) {
        case REPORTED -> next != REPORTED;
        case ACKNOWLEDGED -> next == CORRECTED || next == REFUSED;
        case CORRECTED, REFUSED -> false;
      };
    }
  }

  /**
   * One step of a report.
   *
   * @param note why it was refused; else as may be
   * @param licence the identifier that mends it; only for corrected
   */
  public record Step(
      State state, CreditCode by, Instant at, String note, @Nullable LicenceIdentifier licence) {}

  public Feedback {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.getFirst().state() != State.REPORTED) {
      throw new IllegalArgumentException("a feedback begins with its report");
    }
    if (subject instanceof Subject.Wrong it && it.fields().isEmpty()) {
      throw MalformedValue.of(
          Text.of("有误的信息项", "fields in doubt"),
          "",
          Text.of("应至少写明一项", "must name at least one"),
          "有效期截止");
    }
  }

  /** A new report. */
  public static Feedback report(
      String id,
      Subject subject,
      CreditCode issuer,
      CreditCode reporter,
      CaseNumber caseNumber,
      Instant at) {
    return new Feedback(
        id,
        subject,
        issuer,
        reporter,
        caseNumber,
        List.of(new Step(State.REPORTED, reporter, at, "", null)));
  }

  public State state() {
    return steps.getLast().state();
  }

  /** The issuer has seen it. */
  public Transition<Feedback> acknowledge(CreditCode by, Instant at) {
    return move(new Step(State.ACKNOWLEDGED, by, at, "", null));
  }

  /** The issuer has mended it: {@code licence} says what is right, and may be a newer version. */
  public Transition<Feedback> correct(CreditCode by, Instant at, LicenceIdentifier licence) {
    return move(new Step(State.CORRECTED, by, at, "", licence));
  }

  /** The issuer says that nothing is wrong, and why. */
  public Transition<Feedback> refuse(CreditCode by, Instant at, String why) {
    return why.isBlank()
        ? Transition.refused("不予更正应说明理由", "a refusal must say why")
        : move(new Step(State.REFUSED, by, at, why, null));
  }

  private Transition<Feedback> move(Step step) {
    if (!state().mayBecome(step.state())) {
      return Transition.refused(
          "反馈已处于“" + state().text().zh() + "”，不能变为“" + step.state().text().zh() + "”",
          "the report is "
              + state().text().en()
              + " and cannot become "
              + step.state().text().en());
    }
    if (!step.by().equals(issuer)) {
      return Transition.refused("只有颁发机构 " + issuer + " 可以处理", "only its issuer may: " + issuer);
    }
    if (step.at().isBefore(steps.getLast().at())) {
      return Transition.refused("处理时间早于上一步", "it lies before the step before it");
    }
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Transition.Done<>(new Feedback(id, subject, issuer, reporter, caseNumber, longer));
  }
}
