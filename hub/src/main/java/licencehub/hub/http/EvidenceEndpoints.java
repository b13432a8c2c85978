package licencehub.hub.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.evidence.Bundle;
import licencehub.hub.evidence.BundleMaker;
import licencehub.library.Access.LookupReason;
import licencehub.library.HistoryEntry;
import licencehub.library.KeptSubmission;
import licencehub.library.Library;
import licencehub.library.Submissions;
import licencehub.library.Uses;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.code.CreditCode;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands out evidence bundles: departments get their own submissions, approvers the uses of their
 * organisation, auditors everything. Each is on record with its reason.
 */
final class EvidenceEndpoints {
  private static final String MEDIA_TYPE = "application/zip";
  private static final int LONGEST_ID = 200;

  private final Submissions submissions;
  private final Uses uses;
  private final Ownership ownership;
  private final AccessRecords accesses;
  private final BundleMaker maker;

  EvidenceEndpoints(
      Library library, Ownership ownership, AccessRecords accesses, BundleMaker maker) {
    this.submissions = library.submissions();
    this.uses = library.uses();
    this.ownership = ownership;
    this.accesses = accesses;
    this.maker = maker;
  }

  /** What is asked for: a submission by the sender's number, or a use by its code. */
  private record Wanted(SourceId source, String id) {}

  Answer export(Call call) throws IOException {
    ObjectNode body = Requests.object(call, Set.of("reason", "source", "id", "useCode"));
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          Requests.text(body, "useCode").isPresent()
              ? use(call, reason, body)
              : submission(call, reason, body);
    };
  }

  private Answer submission(Call call, LookupReason reason, ObjectNode body) throws IOException {
    Wanted wanted = wanted(body);
    if (call.caller().role() == Role.APPROVER) {
      return new Answer.Refusal(ProblemType.CALLER_NOT_ALLOWED, USES_ONLY);
    }
    return ownership.sees(call.caller(), wanted.source())
        ? answer(call, reason, Optional.of(wanted), wanted.source() + "/" + wanted.id())
        : new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS);
  }

  private Answer use(Call call, LookupReason reason, ObjectNode body) throws IOException {
    if (call.caller().role() == Role.DEPARTMENT) {
      return new Answer.Refusal(ProblemType.CALLER_NOT_ALLOWED, SUBMISSIONS_ONLY);
    }
    UseCode code = UseCode.parse(Requests.text(body, "useCode").orElse(""));
    if (body.has("source") || body.has("id")) {
      throw unclear();
    }
    Optional<Wanted> found =
        uses.find(code)
            .filter(it -> mayHave(call.caller(), it))
            .map(it -> new Wanted(it.source(), it.id()));
    return answer(call, reason, found, code.text());
  }

  /** What another organisation used is not there for an approver. */
  private static boolean mayHave(Caller caller, HistoryEntry use) {
    String organisation =
        Json.MAPPER.readTree(use.document()).at("/data/organisation").asString("");
    return caller.role() == Role.AUDITOR || caller.actsFor(new CreditCode(organisation));
  }

  /** The bundle is made, and its licence file read once, before the first byte leaves. */
  private Answer answer(Call call, LookupReason reason, Optional<Wanted> wanted, String subject)
      throws IOException {
    Optional<KeptSubmission> kept = wanted.flatMap(it -> submissions.kept(it.source(), it.id()));
    CompletableFuture<Void> logged =
        accesses.write(
            call,
            reason,
            "evidence.export",
            kept.map(it -> List.of(subject, it.event().subject())).orElse(List.of(subject)),
            kept.isPresent() ? "found" : "absent");
    Answer answer =
        kept.isPresent() ? bundle(call, kept.get()) : new Answer.Refusal(ProblemType.NOT_FOUND);
    return AccessRecords.written(logged, answer);
  }

  private Answer bundle(Call call, KeptSubmission kept) {
    try {
      Bundle bundle = maker.make(kept, call.at());
      return new Answer.Stream(200, MEDIA_TYPE, bundle::writeTo);
    } catch (IOException e) {
      throw new Unavailable("证照文件 licence file", String.valueOf(e.getMessage()), e);
    }
  }

  private static Wanted wanted(ObjectNode body) {
    Optional<String> source = Requests.text(body, "source");
    Optional<String> id = Requests.text(body, "id").filter(it -> it.length() <= LONGEST_ID);
    if (source.isEmpty() || id.isEmpty()) {
      throw unclear();
    }
    return new Wanted(new SourceId(source.get()), id.get());
  }

  private static MalformedValue unclear() {
    return MalformedValue.hidden(
        Text.of("证据包的对象", "what the evidence is about"),
        Text.of("应为 source 和 id，或 useCode", "must be source and id, or useCode"),
        "{\"source\": \"sz-market-push\", \"id\": \"sz-market-2026-000001\", \"reason\": …}");
  }

  private static final Text USES_ONLY =
      Text.of("审批人员只能取本单位用证的证据包。", "Approvers get the evidence of their own uses, by useCode.");
  private static final Text SUBMISSIONS_ONLY =
      Text.of(
          "部门只能取自己报送的证据包。",
          "Departments get the evidence of their own submissions, by source and id.");
}
