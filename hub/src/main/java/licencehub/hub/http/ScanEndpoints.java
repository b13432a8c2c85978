package licencehub.hub.http;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.Access.LookupReason;
import licencehub.library.FollowUp;
import licencehub.model.Digest;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.routes.followup.ScanAnswer;
import licencehub.routes.followup.ScanDesk;
import licencehub.routes.followup.ScanFile;
import licencehub.routes.followup.ScanReport;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.item.ItemGuide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Scans taken on trust and checked later 先收后核. */
final class ScanEndpoints {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private final ScanDesk desk;
  private final FollowUpPages pages;
  private final Supplier<Directory> directory;
  private final ScanJson writer;
  private final AccessRecords accesses;

  ScanEndpoints(
      ScanDesk desk,
      FollowUpPages pages,
      Supplier<Directory> directory,
      ScanJson writer,
      AccessRecords accesses) {
    this.desk = desk;
    this.pages = pages;
    this.directory = directory;
    this.writer = writer;
    this.accesses = accesses;
  }

  /** Takes one; on disk when this is answered. */
  Answer take(Call call) throws IOException {
    ObjectNode body =
        Requests.object(call, Set.of("reason", "number", "document", "digest", "checkOn"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        Optional<ItemGuide> guide = directory.get().guide(new ItemCode(reason.item()));
        yield guide.isEmpty()
            ? new Answer.Refusal(ProblemType.ITEM_UNKNOWN)
            : taken(call, reason, report(body, organisation, reason, guide.get()));
      }
    };
  }

  /** The caller's own, or all. */
  Answer list(Call call) {
    Caller caller = call.caller();
    CreditCode organisation = caller.department();
    boolean own = caller.role() == Role.APPROVER;
    if (own && organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    LocalDate today = ChinaTime.dayOf(call.at());
    FollowUpPages.Page page =
        pages.page(call, FollowUp.Kind.SCAN, own ? organisation : null, null, today);
    List<ScanFile> files =
        page.matters().stream().flatMap(it -> desk.find(it.number()).stream()).toList();
    return Json.answer(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("scans");
          files.forEach(it -> writer.write(json, it, today));
          json.writeEndArray();
          page.next().ifPresent(it -> json.writeNumberProperty("next", it));
          json.writeEndObject();
        });
  }

  /** One, to who took it and to supervisors. */
  Answer find(Call call) {
    Caller caller = call.caller();
    Optional<ScanFile> found =
        desk.find(call.path("number"))
            .filter(it -> caller.role() == Role.SUPERVISOR || caller.actsFor(it.organisation()));
    return found.isEmpty()
        ? new Answer.Refusal(ProblemType.NOT_FOUND)
        : Json.answer(json -> writer.write(json, found.get(), ChinaTime.dayOf(call.at())));
  }

  /** How the check came out. */
  Answer check(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("state", "operator", "evidence", "checkOn"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    ScanDesk.Result result =
        ScanDesk.Result.find(Requests.text(body, "state").orElse(""))
            .orElseThrow(
                () ->
                    FeedbackRequest.wrongKey(
                        "state",
                        "应为 passed、failed、extended、withdrawn",
                        "must be passed, failed, extended or withdrawn",
                        "passed"));
    ScanDesk.Check check =
        new ScanDesk.Check(
            result,
            FollowUpBodies.required(body, "operator", 200),
            FollowUpBodies.required(body, "evidence", 1000),
            day(body));
    return answered(call, desk.check(call.path("number"), organisation, check, call.at()));
  }

  private Answer taken(Call call, LookupReason reason, ScanReport report) {
    ScanAnswer answer = desk.take(report, call.at());
    String subject = report.followUp() + " " + report.document();
    return AccessRecords.written(
        accesses.write(call, reason, "scans.take", List.of(subject), "found"),
        answered(call, answer));
  }

  private static ScanReport report(
      ObjectNode body, CreditCode organisation, LookupReason reason, ItemGuide guide) {
    String document = Requests.text(body, "document").orElse("");
    if (guide.documents().stream().noneMatch(it -> it.code().equals(document))) {
      throw FeedbackRequest.wrongKey(
          "document", "应为该事项申请材料的编码", "must be the code of a document of the item", "F03");
    }
    String digest = Requests.text(body, "digest").orElse("");
    if (!DIGEST.matcher(digest).matches()) {
      throw FeedbackRequest.wrongKey(
          "digest",
          "应为扫描件的SHA-256，64位小写十六进制",
          "must be the SHA-256 of the scan, 64 lower-case hexadecimal digits",
          "9f86d081…");
    }
    return new ScanReport(
        FeedbackRequest.number(body),
        organisation,
        reason.operator(),
        new ItemCode(reason.item()),
        new CaseNumber(reason.caseNumber()),
        reason.purpose(),
        document,
        Digest.parse(digest),
        day(body));
  }

  private static @Nullable LocalDate day(ObjectNode body) {
    try {
      return Requests.text(body, "checkOn").map(LocalDate::parse).orElse(null);
    } catch (DateTimeParseException e) {
      throw FeedbackRequest.wrongKey("checkOn", "应为日期", "must be a day", "2026-03-15");
    }
  }

  private Answer answered(Call call, ScanAnswer answer) {
    LocalDate today = ChinaTime.dayOf(call.at());
    return switch (answer) {
      case ScanAnswer.Filed it ->
          Json.answer(json -> writer.outcome(json, it.file(), "accepted", it.receipt(), today));
      case ScanAnswer.Repeat it ->
          Json.answer(json -> writer.outcome(json, it.file(), "duplicate", it.first(), today));
      case ScanAnswer.NumberUsed it -> new Answer.Refusal(ProblemType.NUMBER_USED);
      case ScanAnswer.Refused(var why) -> new Answer.Refusal(ProblemType.STEP_REFUSED, why);
      case ScanAnswer.Absent it -> new Answer.Refusal(ProblemType.NOT_FOUND);
    };
  }
}
