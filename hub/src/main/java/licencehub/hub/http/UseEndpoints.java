package licencehub.hub.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.routes.use.UseAnswer;
import licencehub.routes.use.UseDesk;
import licencehub.routes.use.UseLook;
import licencehub.routes.use.UseLooks;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.UseRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two steps of use 用证: a use is authorised and gets a code; with the code its fields are looked
 * at, masked, or in clear as an act of its own.
 */
final class UseEndpoints {
  private static final int MOST = 50;
  private final UseDesk desk;
  private final UseLooks looks;
  private final UseCopies copies;
  private final AccessRecords accesses;

  UseEndpoints(UseDesk desk, UseLooks looks, UseCopies copies, AccessRecords accesses) {
    this.desk = desk;
    this.looks = looks;
    this.copies = copies;
    this.accesses = accesses;
  }

  /** A use code or a denial for each licence. */
  Answer authorise(Call call) throws IOException {
    ObjectNode body =
        Requests.object(call, Set.of("reason", "licences", "basis", "fields", "copy"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        UseRequest request = UseTerms.read(body).request(organisation, reason);
        List<UseAnswer> answers = desk.authorise(request, licences(body), call.at());
        yield AccessRecords.written(
            log(accesses, call, reason, answers),
            Json.answer(json -> UseJson.answers(json, request, answers)));
      }
    };
  }

  /** What the code stands for, with the granted fields masked. */
  Answer find(Call call) {
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(call, reason, "uses.find", it -> face(it, false), UseEndpoints::standing);
    };
  }

  /** The granted fields in clear. */
  Answer reveal(Call call) throws IOException {
    return switch (LookupReasons.of(Requests.object(call, Set.of("reason")))) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(call, reason, "uses.reveal", it -> face(it, true), UseEndpoints::refused);
    };
  }

  /** Who asked to use which licences, and whether they may. */
  static CompletableFuture<Void> log(
      AccessRecords accesses, Call call, LookupReason reason, List<UseAnswer> answers) {
    List<String> used = new ArrayList<>();
    List<String> denied = new ArrayList<>();
    answers.forEach(
        it -> (it instanceof UseAnswer.Authorised ? used : denied).add(it.licence().toString()));
    String action = "uses.authorise";
    return CompletableFuture.allOf(
        accesses.write(call, reason, action, used, "found"),
        accesses.write(call, reason, action, denied, "refused"));
  }

  /** The use copy 加注件: a file under the hub's seal. */
  Answer copy(Call call) {
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(
              call,
              reason,
              "uses.copy",
              it ->
                  it.use().copy() ? copies.of(call, reason, it) : refused(Denial.COPY_NOT_GRANTED),
              UseEndpoints::refused);
    };
  }

  /**
   * @param clear what is answered while nothing is against the use
   * @param objected what is answered when something is
   */
  private Answer looked(
      Call call,
      LookupReason reason,
      String action,
      Function<UseLook.Clear, Answer> clear,
      Function<UseLook.Objected, Answer> objected) {
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    UseCode code = UseCode.parse(call.path("useCode"));
    UseLook look = looks.look(code, organisation, new CaseNumber(reason.caseNumber()), call.at());
    CompletableFuture<Void> logged =
        accesses.write(call, reason, action, subjects(code, look), word(look));
    Answer answer =
        switch (look) {
          case UseLook.Absent it -> new Answer.Refusal(ProblemType.NOT_FOUND);
          case UseLook.Objected it -> objected.apply(it);
          case UseLook.Clear it -> clear.apply(it);
        };
    return AccessRecords.written(logged, answer);
  }

  private static Answer face(UseLook.Clear look, boolean clear) {
    return Json.answer(json -> UseJson.face(json, look, clear));
  }

  /** Why the code may not be used, to whoever presents it for its own case. */
  private static Answer standing(UseLook.Objected look) {
    return look.denial() == Denial.USE_OF_OTHER_CASE
        ? refused(look)
        : Json.answer(json -> UseJson.objected(json, look));
  }

  private static Answer refused(UseLook.Objected look) {
    return refused(look.denial());
  }

  private static Answer refused(Denial denial) {
    return new Answer.Refusal(ProblemType.USE_REFUSED, detail(denial));
  }

  private static Text detail(Denial denial) {
    return Text.of(
        denial.code() + "：" + denial.text().zh() + "。",
        denial.code() + ": " + denial.text().en() + ".");
  }

  private static List<String> subjects(UseCode code, UseLook look) {
    return switch (look) {
      case UseLook.Absent it -> List.of(code.text());
      case UseLook.Objected it -> List.of(code.text(), it.use().licence().toString());
      case UseLook.Clear it -> List.of(code.text(), it.use().licence().toString());
    };
  }

  private static String word(UseLook look) {
    return switch (look) {
      case UseLook.Absent it -> "absent";
      case UseLook.Objected it -> "refused";
      case UseLook.Clear it -> "found";
    };
  }

  private static List<LicenceIdentifier> licences(ObjectNode body) {
    JsonNode list = body.path("licences");
    Optional<MalformedValue> fault =
        list.isArray() && !list.isEmpty() && list.size() <= MOST
            ? Optional.empty()
            : Optional.of(
                MalformedValue.hidden(
                    Text.of("键 licences", "key licences"),
                    Text.of("应为1至" + MOST + "个证照标识", "must be 1 to " + MOST + " identifiers"),
                    "[\"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U\"]"));
    if (fault.isPresent()) {
      throw fault.get();
    }
    return list.valueStream()
        .map(it -> LicenceIdentifier.parseInbound(it.asString("")))
        .distinct()
        .toList();
  }
}
