package licencehub.hub.http;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import licencehub.hub.access.Operation;
import licencehub.hub.http.AccessRecords.Subject;
import licencehub.library.Access.LookupReason;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import licencehub.routes.use.UseLook;
import licencehub.routes.use.UseLooks;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Use;

/**
 * The second step of use 用证: with the code of a use its fields are looked at, masked, or in clear
 * as an act of its own.
 */
final class UseEndpoints {
  private final UseLooks looks;
  private final UseCopies copies;
  private final UsePreviews previews;
  private final FarDesk far;
  private final AccessRecords accesses;

  UseEndpoints(
      UseLooks looks, UseCopies copies, UsePreviews previews, FarDesk far, AccessRecords accesses) {
    this.looks = looks;
    this.far = far;
    this.copies = copies;
    this.previews = previews;
    this.accesses = accesses;
  }

  /** What the code stands for, with the granted fields masked. */
  Answer find(Call call) {
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(call, reason, Operation.FIND_USE, it -> face(it, false), UseEndpoints::standing);
    };
  }

  /** The granted fields in clear. */
  Answer reveal(Call call) throws IOException {
    return switch (LookupReasons.of(Requests.object(call, Set.of("reason")))) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(call, reason, Operation.REVEAL_USE, it -> face(it, true), UseEndpoints::refused);
    };
  }

  /** The use copy 加注件: a file under the hub's seal. */
  Answer copy(Call call) {
    return shown(call, Operation.COPY_USE, copies::of);
  }

  /** A page of the use copy, or of the licence's own file, as a picture. */
  Answer preview(Call call) {
    return shown(call, Operation.PREVIEW_USE, previews::of);
  }

  /** Makes something of the whole face, for a use whose grant allows copies. */
  private interface Showing {
    Answer of(Call call, LookupReason reason, UseLook.Clear look);
  }

  private Answer shown(Call call, Operation operation, Showing showing) {
    return switch (LookupReasons.of(call)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) ->
          looked(
              call,
              reason,
              operation,
              it ->
                  it.use().copy() ? showing.of(call, reason, it) : refused(Denial.COPY_NOT_GRANTED),
              UseEndpoints::refused);
    };
  }

  /**
   * @param operation for the log, and for the hub that gave the code
   * @param clear what is answered while nothing is against the use
   * @param objected what is answered when something is
   */
  private Answer looked(
      Call call,
      LookupReason reason,
      Operation operation,
      Function<UseLook.Clear, Answer> clear,
      Function<UseLook.Objected, Answer> objected) {
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    UseCode code = UseCode.parse(call.path("useCode"));
    UseLook look = looks.look(code, organisation, new CaseNumber(reason.caseNumber()), call.at());
    CompletableFuture<Void> logged =
        accesses.writeAll(call, reason, action(operation), subjects(code, look), word(look));
    Answer answer =
        switch (look) {
          case UseLook.Absent it ->
              far.look(call, reason, operation, code)
                  .orElseGet(() -> new Answer.Refusal(ProblemType.NOT_FOUND));
          case UseLook.Objected it -> objected.apply(it);
          case UseLook.Clear it -> clear.apply(it);
        };
    return AccessRecords.written(logged, answer);
  }

  /** How the access log calls it. */
  private static String action(Operation operation) {
    return switch (operation) {
      case REVEAL_USE -> "uses.reveal";
      case COPY_USE -> "uses.copy";
      case PREVIEW_USE -> "uses.preview";
      default -> "uses.find";
    };
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

  private static List<Subject> subjects(UseCode code, UseLook look) {
    return switch (look) {
      case UseLook.Absent it -> List.of(new Subject(code.text(), null));
      case UseLook.Objected it -> subjects(it.use());
      case UseLook.Clear it -> subjects(it.use());
    };
  }

  private static List<Subject> subjects(Use use) {
    return Stream.of(use.code().text(), use.licence().toString())
        .map(it -> new Subject(it, use.code()))
        .toList();
  }

  private static String word(UseLook look) {
    return switch (look) {
      case UseLook.Absent it -> "absent";
      case UseLook.Objected it -> "refused";
      case UseLook.Clear it -> "found";
    };
  }
}
