package licencehub.hub.http;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.Access.LookupReason;
import licencehub.library.FollowUp;
import licencehub.model.code.CreditCode;
import licencehub.model.ledger.Receipt;
import licencehub.routes.followup.FeedbackAnswer;
import licencehub.routes.followup.FeedbackDesk;
import licencehub.routes.followup.FeedbackFile;
import licencehub.routes.followup.FeedbackReport;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.followup.Feedback.Subject;
import tools.jackson.databind.node.ObjectNode;

/** Tells issuers that a licence is wrong or missing, and what they said to it 错证缺证反馈. */
final class FeedbackEndpoints {
  private final FeedbackDesk desk;
  private final FollowUpPages pages;
  private final Supplier<Directory> directory;
  private final Ownership ownership;
  private final AccessRecords accesses;

  FeedbackEndpoints(
      FeedbackDesk desk,
      FollowUpPages pages,
      Supplier<Directory> directory,
      Ownership ownership,
      AccessRecords accesses) {
    this.desk = desk;
    this.pages = pages;
    this.directory = directory;
    this.ownership = ownership;
    this.accesses = accesses;
  }

  /** Reports it; on disk when this is answered. */
  Answer report(Call call) throws IOException {
    ObjectNode body = Requests.object(call, FeedbackRequest.KEYS);
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        FeedbackReport report = FeedbackRequest.read(body, organisation, reason, directory.get());
        FeedbackAnswer answer = desk.report(report, call.at());
        String word = answer instanceof FeedbackAnswer.Absent ? "absent" : "found";
        yield AccessRecords.written(
            accesses.write(
                call, reason, "feedback.report", List.of(subject(report.subject())), word),
            answered(call, answer));
      }
    };
  }

  /** What the caller brought up, what is addressed to him, or all. */
  Answer list(Call call) {
    Caller caller = call.caller();
    CreditCode organisation = caller.department();
    if (caller.role() == Role.APPROVER && organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    LocalDate today = ChinaTime.dayOf(call.at());
    FollowUpPages.Page page =
        pages.page(
            call,
            FollowUp.Kind.FEEDBACK,
            caller.role() == Role.APPROVER ? organisation : null,
            caller.role() == Role.DEPARTMENT ? ownership.voices(caller) : null,
            today);
    List<FeedbackFile> files =
        page.matters().stream().flatMap(it -> desk.find(it.number()).stream()).toList();
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("feedback");
          files.forEach(it -> FeedbackJson.write(json, it, today, false));
          json.writeEndArray();
          page.next().ifPresent(it -> json.writeNumberProperty("next", it));
          json.writeEndObject();
        });
  }

  /** One, to those it concerns; to its issuer in clear, which stands in the access log. */
  Answer find(Call call) {
    Optional<FeedbackFile> found = visible(call);
    if (found.isEmpty()) {
      return new Answer.Refusal(ProblemType.NOT_FOUND);
    }
    FeedbackFile file = found.get();
    boolean clear = call.caller().role() == Role.DEPARTMENT;
    return AccessRecords.written(
        log(call, file, "feedback.find"),
        Json.answer(json -> FeedbackJson.write(json, file, ChinaTime.dayOf(call.at()), clear)));
  }

  /** What the issuer says to it. */
  Answer answer(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("state", "operator", "reason", "licence"));
    FeedbackDesk.Reply reply = FollowUpBodies.reply(body);
    Optional<FeedbackFile> found = visible(call);
    return found.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : AccessRecords.written(
            log(call, found.get(), "feedback.answer"),
            answered(call, desk.answer(call.path("number"), reply, call.at())));
  }

  private Optional<FeedbackFile> visible(Call call) {
    Caller caller = call.caller();
    return desk.find(call.path("number"))
        .filter(
            it ->
                switch (caller.role()) {
                  case SUPERVISOR -> true;
                  case APPROVER -> caller.actsFor(it.feedback().reporter());
                  case DEPARTMENT -> ownership.voices(caller).contains(it.feedback().issuer());
                  case AGENT, AUDITOR, OPERATOR, PEER, PUBLIC -> false;
                });
  }

  private static Answer answered(Call call, FeedbackAnswer answer) {
    LocalDate today = ChinaTime.dayOf(call.at());
    return switch (answer) {
      case FeedbackAnswer.Filed(FeedbackFile file, Receipt receipt) ->
          Json.answer(json -> FeedbackJson.outcome(json, file, "accepted", receipt, today));
      case FeedbackAnswer.Repeat(FeedbackFile file, Receipt first) ->
          Json.answer(json -> FeedbackJson.outcome(json, file, "duplicate", first, today));
      case FeedbackAnswer.NumberUsed it -> new Answer.Refusal(ProblemType.NUMBER_USED);
      case FeedbackAnswer.Refused(var why) -> new Answer.Refusal(ProblemType.STEP_REFUSED, why);
      case FeedbackAnswer.Absent it -> new Answer.Refusal(ProblemType.NOT_FOUND);
    };
  }

  /** The reason of a look is that of the feedback itself. */
  private CompletableFuture<Void> log(Call call, FeedbackFile file, String action) {
    LookupReason reason =
        new LookupReason(
            file.item().text(),
            file.feedback().caseNumber().text(),
            "处理错证缺证反馈",
            call.caller().name());
    return accesses.write(
        call,
        reason,
        action,
        List.of(file.feedback().id(), subject(file.feedback().subject())),
        "found");
  }

  private static String subject(Subject subject) {
    return switch (subject) {
      case Subject.Wrong it -> it.licence().toString();
      case Subject.Missing it -> "type=" + it.type() + " holder=" + it.holder().masked();
    };
  }
}
