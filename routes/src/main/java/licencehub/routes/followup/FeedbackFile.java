package licencehub.routes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import licencehub.model.code.ItemCode;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.Feedback;

/**
 * Feedback as its events add up.
 *
 * @param shouldBe what fields should be, where the reporter said so; personal data
 * @param dueOn last day for the answer
 * @param opened sequence of its first event
 */
public record FeedbackFile(
    Feedback feedback,
    ItemCode item,
    String operator,
    String purpose,
    Map<String, String> shouldBe,
    LocalDate dueOn,
    long opened) {
  public FeedbackFile {
    shouldBe = Map.copyOf(shouldBe);
  }

  public Instant reportedAt() {
    return feedback.steps().getFirst().at();
  }

  /** Whether it waits for its issuer past its last day. */
  public boolean isOverdueOn(LocalDate day) {
    return !feedback.state().isEnd() && day.isAfter(dueOn);
  }

  /** Days from the report to its end, or to a day while it has none. */
  public long openDays(LocalDate today) {
    LocalDate end =
        feedback.state().isEnd() ? ChinaTime.dayOf(feedback.steps().getLast().at()) : today;
    return end.toEpochDay() - ChinaTime.dayOf(reportedAt()).toEpochDay();
  }

  /** Whether it says the same as a report, made again under the same number. */
  boolean says(FeedbackReport report) {
    return feedback.subject().equals(report.subject())
        && feedback.caseNumber().equals(report.caseNumber())
        && item.equals(report.item())
        && shouldBe.equals(report.shouldBe());
  }

  FeedbackFile with(Feedback next) {
    return new FeedbackFile(next, item, operator, purpose, shouldBe, dueOn, opened);
  }
}
