package licencehub.hub.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import licencehub.hub.http.AccessRecords.Subject;
import licencehub.hub.http.ShareDoor.Visit;
import licencehub.hub.share.ShareItem;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.UseAnswer;
import licencehub.routes.use.UseDesk;
import licencehub.routes.use.UseLook;
import licencehub.routes.use.UseLooks;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Use;
import licencehub.sharing.use.UseRequest;

/** Both steps of a use in one call, by function: the services know no codes to come back with. */
final class ShareUses {
  private final UseDesk desk;
  private final UseLooks looks;
  private final AccessRecords accesses;

  ShareUses(UseDesk desk, UseLooks looks, AccessRecords accesses) {
    this.desk = desk;
    this.looks = looks;
    this.accesses = accesses;
  }

  /** What came of one licence. */
  sealed interface Outcome {
    record Shown(ShareItem item) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }

  /** The granted fields in clear, on record as two acts. */
  List<Outcome> reveal(Visit visit, List<LicenceIdentifier> wanted) {
    List<Outcome> outcomes = new ArrayList<>();
    for (UseAnswer answer : authorised(visit, wanted, false)) {
      switch (answer) {
        case UseAnswer.Denied it -> outcomes.add(new Outcome.Denied(it.denial()));
        case UseAnswer.Authorised it ->
            outcomes.add(
                looked(
                    visit,
                    it.use(),
                    "uses.reveal",
                    Outcome.Denied::new,
                    (look, use) ->
                        new Outcome.Shown(ShareItem.granted(look.licence(), look.type(), use))));
      }
    }
    return outcomes;
  }

  /** One answer of what a use of one licence with a copy allows. */
  Answer copy(Visit visit, LicenceIdentifier wanted, BiFunction<UseLook.Clear, Use, Answer> made) {
    return switch (authorised(visit, List.of(wanted), true).getFirst()) {
      case UseAnswer.Denied it -> ShareDoor.denied(it.denial());
      case UseAnswer.Authorised it -> looked(visit, it.use(), "uses.copy", ShareDoor::denied, made);
    };
  }

  private List<UseAnswer> authorised(Visit visit, List<LicenceIdentifier> wanted, boolean copy) {
    UseRequest request =
        new UseTerms(new Basis.ByFunction(), Set.of(), copy)
            .request(visit.organisation(), visit.reason());
    List<UseAnswer> answers = desk.authorise(request, wanted, visit.call().at());
    AccessRecords.written(
        Authorisations.log(accesses, visit.call(), visit.reason(), answers),
        new Answer.Refusal(ProblemType.UNAVAILABLE));
    return answers;
  }

  private <T> T looked(
      Visit visit,
      Use use,
      String action,
      java.util.function.Function<Denial, T> denied,
      BiFunction<UseLook.Clear, Use, T> clear) {
    UseLook look =
        looks.look(use.code(), visit.organisation(), use.caseNumber(), visit.call().at());
    List<Subject> subjects =
        Stream.of(use.code().text(), use.licence().toString())
            .map(it -> new Subject(it, use.code()))
            .toList();
    String word = look instanceof UseLook.Clear ? "found" : "refused";
    AccessRecords.written(
        accesses.writeAll(visit.call(), visit.reason(), action, subjects, word),
        new Answer.Refusal(ProblemType.UNAVAILABLE));
    return switch (look) {
      case UseLook.Absent it -> denied.apply(Denial.USE_EXPIRED);
      case UseLook.Objected it -> denied.apply(it.denial());
      case UseLook.Clear it -> clear.apply(it, it.use());
    };
  }
}
