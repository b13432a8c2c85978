package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;
import licencehub.routes.use.UseAnswer;
import licencehub.routes.use.UseDesk;
import licencehub.sharing.Licence;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.exemption.Decision;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Enquiry;
import licencehub.sharing.exemption.Exemption;
import licencehub.sharing.item.ItemGuide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells which of an item's required documents the applicant need not submit 免提交. */
final class ExemptionEndpoints {
  private static final Exemption RULES = new Exemption(Duration.ofDays(1));
  private final Supplier<Directory> directory;
  private final SharedLicences licences;
  private final UseDesk desk;
  private final AccessRecords accesses;

  ExemptionEndpoints(
      Supplier<Directory> directory,
      SharedLicences licences,
      UseDesk desk,
      AccessRecords accesses) {
    this.directory = directory;
    this.licences = licences;
    this.desk = desk;
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
            ? decided(call, reason, request, guide.get())
            : new Answer.Refusal(ProblemType.ITEM_UNKNOWN);
      }
    };
  }

  private Answer decided(
      Call call, LookupReason reason, ExemptionRequest request, ItemGuide guide) {
    List<Holder> holders =
        guide.holders().stream()
            .flatMap(it -> request.parties().find(it).stream())
            .distinct()
            .toList();
    List<Licence> found = licences.heldBy(holders, call.at());
    List<Decision> decisions =
        RULES.decide(guide, new Enquiry(request.parties(), found, List.of(), call.at()));
    CompletableFuture<Void> logged =
        accesses.write(
            call,
            reason,
            "exemptions.decide",
            subjects(holders, found),
            found.isEmpty() ? "absent" : "found");
    List<UseAnswer> uses = uses(call, reason, request.use(), decisions);
    return AccessRecords.written(
        CompletableFuture.allOf(logged, Authorisations.log(accesses, call, reason, uses)),
        Json.answer(json -> ExemptionJson.write(json, guide, decisions, uses)));
  }

  /** Whether each licence that exempts may be used, where that was asked. */
  private List<UseAnswer> uses(
      Call call, LookupReason reason, @Nullable UseTerms terms, List<Decision> decisions) {
    CreditCode organisation = call.caller().department();
    if (terms == null || organisation == null) {
      return List.of();
    }
    List<LicenceIdentifier> licences =
        decisions.stream()
            .filter(Exempt.class::isInstance)
            .map(it -> ((Exempt) it).licence().identifier())
            .distinct()
            .toList();
    return desk.authorise(terms.request(organisation, reason), licences, call.at());
  }

  /** Whose licences were looked at, masked, and which. */
  private static List<String> subjects(List<Holder> holders, List<Licence> found) {
    List<String> subjects = new ArrayList<>();
    holders.forEach(it -> subjects.add("holder=" + it.code()));
    found.forEach(it -> subjects.add(it.identifier().toString()));
    return subjects;
  }
}
