package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.routes.joint.JointDesk;
import licencehub.sharing.joint.JointState;

/**
 * Shows joint applications 联办件 to the departments they concern: to the lead all of it, to the
 * others what their own parts need.
 */
final class JointEndpoints {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final JointDesk desk;
  private final AccessRecords accesses;

  JointEndpoints(JointDesk desk, AccessRecords accesses) {
    this.desk = desk;
    this.accesses = accesses;
  }

  /** One; to whom it does not concern, it is not there. */
  Answer find(Call call) {
    CaseNumber number = new CaseNumber(call.path("number"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        Optional<JointState> found = desk.find(number).filter(it -> it.concerns(organisation));
        CompletableFuture<Void> logged =
            accesses.write(
                call,
                reason,
                "joints.find",
                List.of(number.text()),
                found.isPresent() ? "found" : "absent");
        yield AccessRecords.written(
            logged,
            found
                .<Answer>map(
                    it -> Json.answer(json -> json.writeTree(JointJson.whole(it, organisation))))
                .orElse(new Answer.Refusal(ProblemType.NOT_FOUND)));
      }
    };
  }

  /** Those that are open and concern the caller's organisation, and what it has to do next. */
  Answer list(Call call) {
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    int limit = (int) call.query("limit", USUAL, 1, MOST);
    long after = call.query("after", -1, -1, Long.MAX_VALUE);
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        JointDesk.Page page = desk.open(organisation, after, limit);
        List<String> numbers =
            page.states().stream().map(it -> it.opening().joint().text()).toList();
        CompletableFuture<Void> logged =
            numbers.isEmpty()
                ? accesses.write(call, reason, "joints.list", List.of("open"), "absent")
                : accesses.write(call, reason, "joints.list", numbers, "found");
        yield AccessRecords.written(logged, answer(page, organisation));
      }
    };
  }

  private static Answer answer(JointDesk.Page page, CreditCode organisation) {
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("joints");
          page.states().forEach(it -> json.writeTree(JointJson.row(it, organisation)));
          json.writeEndArray();
          page.next().ifPresent(it -> json.writeNumberProperty("next", it));
          json.writeEndObject();
        });
  }
}
