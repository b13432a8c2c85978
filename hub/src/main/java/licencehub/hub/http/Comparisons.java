package licencehub.hub.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.routes.use.ComparisonAnswer;
import licencehub.routes.use.ComparisonDesk;
import licencehub.sharing.comparison.Claims;
import licencehub.sharing.use.Denial;

/** Comparisons 证照比对 as callers ask for them: each is in the access log before it is answered. */
final class Comparisons {
  private static final String ACTION = "verifications.compare";
  private final ComparisonDesk desk;
  private final AccessRecords accesses;

  Comparisons(ComparisonDesk desk, AccessRecords accesses) {
    this.desk = desk;
    this.accesses = accesses;
  }

  ComparisonAnswer compare(
      Call call,
      CreditCode organisation,
      LookupReason reason,
      UseTerms terms,
      LicenceIdentifier licence,
      Claims claims) {
    return desk.compare(
        terms.request(organisation, reason),
        licence,
        claims,
        call.at(),
        it -> accesses.write(call, reason, ACTION, List.of(licence.toString()), word(it)));
  }

  /** Writes down that claims fitted no licence of a type. */
  void none(Call call, LookupReason reason, LicenceTypeCode type, Denial denial) {
    ComparisonAnswer answer = new ComparisonAnswer.Denied(denial);
    AccessRecords.written(
        accesses.write(call, reason, ACTION, List.of("type=" + type), word(answer)),
        new Answer.Refusal(ProblemType.UNAVAILABLE));
  }

  ComparisonDesk desk() {
    return desk;
  }

  /** That the organisation was wrong too often, and when it may come again. */
  static Answer exhausted(Call call, Instant until) {
    Text detail = ProblemType.COMPARISONS_EXHAUSTED.remedy();
    return Gate.later(
        ProblemType.COMPARISONS_EXHAUSTED, detail, Duration.between(call.at(), until));
  }

  private static String word(ComparisonAnswer answer) {
    if (answer.isWrong()) {
      return Access.DIFFERENT;
    }
    return switch (answer) {
      case ComparisonAnswer.Compared it -> "found";
      case ComparisonAnswer.Denied it ->
          it.denial() == Denial.LICENCE_UNKNOWN ? "absent" : "refused";
      case ComparisonAnswer.Exhausted it -> "refused";
    };
  }
}
