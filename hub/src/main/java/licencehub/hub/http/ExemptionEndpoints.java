package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;
import licencehub.routes.use.UseDesk;
import licencehub.sharing.Licence;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.exemption.Decision;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Enquiry;
import licencehub.sharing.exemption.Exemption;
import licencehub.sharing.item.ItemGuide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells which of an item's required documents the applicant need not submit 免提交. */
final class ExemptionEndpoints {
  private static final Exemption RULES = new Exemption(Duration.ofDays(1));
  private final Supplier<Directory> directory;
  private final SharedLicences licences;
  private final Elsewhere elsewhere;
  private final UseDesk desk;
  private final FarDesk far;
  private final AccessRecords accesses;

  ExemptionEndpoints(
      Supplier<Directory> directory,
      SharedLicences licences,
      Elsewhere elsewhere,
      UseDesk desk,
      FarDesk far,
      AccessRecords accesses) {
    this.directory = directory;
    this.licences = licences;
    this.elsewhere = elsewhere;
    this.desk = desk;
    this.far = far;
    this.accesses = accesses;
  }

  /** One decision for each document of the item named in the reason. */
  Answer decide(Call call) throws IOException {
    ObjectNode body = Requests.object(call, ExemptionRequest.keys());
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        ExemptionRequest request = ExemptionRequest.read(body);
        Optional<ItemGuide> guide = directory.get().guide(new ItemCode(reason.item()));
        if (request.use() != null && call.caller().department() == null) {
          yield new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
        }
        yield guide.isPresent()
            ? decided(call, reason, request, guide.get(), body)
            : new Answer.Refusal(ProblemType.ITEM_UNKNOWN);
      }
    };
  }

  private Answer decided(
      Call call, LookupReason reason, ExemptionRequest request, ItemGuide guide, ObjectNode body) {
    List<Holder> holders =
        guide.holders().stream()
            .flatMap(it -> request.parties().find(it).stream())
            .distinct()
            .toList();
    Elsewhere.Held held = elsewhere.heldBy(call, LookupReasons.written(reason), guide, holders);
    List<Licence> found = new ArrayList<>(licences.heldBy(holders, call.at()));
    found.addAll(held.licences());
    List<Decision> decisions =
        RULES.decide(guide, new Enquiry(request.parties(), found, held.silent(), call.at()));
    CompletableFuture<Void> logged =
        accesses.write(
            call,
            reason,
            "exemptions.decide",
            HoldingsEndpoint.subjects(holders, found),
            found.isEmpty() ? held.silent().isEmpty() ? "absent" : "unknown" : "found");
    UseAnswers uses = uses(call, reason, request.use(), body.path("use"), decisions);
    return AccessRecords.written(
        CompletableFuture.allOf(logged, uses.log(accesses, call, reason)),
        Json.answer(json -> ExemptionJson.write(json, guide, decisions, uses)));
  }

  /** Whether each licence that exempts may be used, where that was asked. */
  private UseAnswers uses(
      Call call,
      LookupReason reason,
      @Nullable UseTerms terms,
      JsonNode asked,
      List<Decision> decisions) {
    CreditCode organisation = call.caller().department();
    if (terms == null || organisation == null) {
      return UseAnswers.NONE;
    }
    List<LicenceIdentifier> exempting =
        decisions.stream()
            .filter(Exempt.class::isInstance)
            .map(it -> ((Exempt) it).licence().identifier())
            .distinct()
            .toList();
    ObjectNode question = ((ObjectNode) asked).deepCopy();
    question.set("reason", LookupReasons.written(reason));
    Map<LicenceIdentifier, ObjectNode> answers =
        far.authorise(call, reason, question, far.homes(call, exempting));
    List<LicenceIdentifier> here =
        exempting.stream().filter(it -> !answers.containsKey(it)).toList();
    return new UseAnswers(
        desk.authorise(terms.request(organisation, reason), here, call.at()), answers);
  }
}
