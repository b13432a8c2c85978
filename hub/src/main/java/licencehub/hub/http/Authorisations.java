package licencehub.hub.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.http.AccessRecords.Subject;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.UseNumber;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.Guesses;
import licencehub.routes.use.UseAnswer;
import licencehub.routes.use.UseDesk;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.UseRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first step of use 用证: a use is authorised and gets a code, or is denied. */
final class Authorisations {
  private static final String ACTION = "uses.authorise";
  private static final int MOST = 50;
  private static final int LONGEST_NUMBER = 100;
  private final UseDesk desk;
  private final FarDesk far;
  private final Guesses guesses;
  private final AccessRecords accesses;
  private final KeyedHash numbers;

  Authorisations(
      UseDesk desk, FarDesk far, Guesses guesses, AccessRecords accesses, KeyedHash numbers) {
    this.desk = desk;
    this.far = far;
    this.guesses = guesses;
    this.accesses = accesses;
    this.numbers = numbers;
  }

  /** A use code or a denial for each licence. */
  Answer authorise(Call call) throws IOException {
    ObjectNode body =
        Requests.object(call, Set.of("reason", "licences", "basis", "fields", "copy", "number"));
    CreditCode organisation = call.caller().department();
    if (organisation == null) {
      return new Answer.Refusal(ProblemType.ORGANISATION_MISSING);
    }
    return switch (LookupReasons.of(body)) {
      case LookupReasons.Missing it -> it.refusal();
      case LookupReasons.Given(LookupReason reason) -> {
        UseRequest request = UseTerms.read(body).request(organisation, reason);
        Wanted wanted = wanted(call, reason, body);
        UseNumber number = number(call, organisation, body);
        yield request.basis() instanceof Basis.ByFunction
            ? authorised(call, reason, request, wanted, number)
            : guesses.inTurn(
                organisation, wanted.here(), () -> guessed(call, reason, request, wanted, number));
      }
    };
  }

  /**
   * What is asked for.
   *
   * @param all in the order it was asked for
   * @param here what this hub decides
   * @param far what other hubs decided
   */
  private record Wanted(
      List<LicenceIdentifier> all,
      List<LicenceIdentifier> here,
      Map<LicenceIdentifier, ObjectNode> far) {}

  private Wanted wanted(Call call, LookupReason reason, ObjectNode body) {
    List<LicenceIdentifier> all = licences(body);
    Map<LicenceIdentifier, ObjectNode> answers =
        far.authorise(call, reason, body, far.homes(call, all));
    return new Wanted(all, all.stream().filter(it -> !answers.containsKey(it)).toList(), answers);
  }

  /** Who names a holder who agreed may be guessing. */
  private Answer guessed(
      Call call,
      LookupReason reason,
      UseRequest request,
      Wanted wanted,
      @Nullable UseNumber number) {
    boolean isOneLeft =
        wanted.here().stream()
            .allMatch(it -> guesses.isOneLeft(request.organisation(), it, call.at()));
    return isOneLeft
        ? authorised(call, reason, request, wanted, number)
        : AccessRecords.written(
            log(accesses, call, reason, "refused", wanted.here()),
            Comparisons.exhausted(call, Guesses.next(call.at())));
  }

  private Answer authorised(
      Call call,
      LookupReason reason,
      UseRequest request,
      Wanted wanted,
      @Nullable UseNumber number) {
    Optional<List<UseAnswer>> answers = desk.authorise(request, wanted.here(), call.at(), number);
    if (answers.isEmpty()) {
      return new Answer.Refusal(ProblemType.NUMBER_USED);
    }
    UseAnswers all = new UseAnswers(answers.get(), wanted.far());
    return AccessRecords.written(
        all.log(accesses, call, reason),
        Json.answer(json -> UseJson.answers(json, request, wanted.all(), all)));
  }

  /**
   * A number counts for the caller who gave it; of it and of what was asked only hashes are kept.
   */
  private @Nullable UseNumber number(Call call, CreditCode organisation, ObjectNode body) {
    Optional<String> number = Requests.text(body, "number");
    if (number.isEmpty()) {
      return null;
    }
    if (number.get().length() > LONGEST_NUMBER) {
      throw MalformedValue.hidden(
          Text.of("键 number", "key number"),
          Text.of("至多" + LONGEST_NUMBER + "字", "must have 100 characters at the most"),
          "20261122-000017");
    }
    return new UseNumber(
        numbers.of(String.join("\n", organisation.text(), call.caller().name(), number.get())),
        numbers.of(body.toString()));
  }

  /** Who asked to use which licences, and whether they may. */
  static CompletableFuture<Void> log(
      AccessRecords accesses, Call call, LookupReason reason, List<UseAnswer> answers) {
    List<Subject> used = new ArrayList<>();
    List<LicenceIdentifier> denied = new ArrayList<>();
    List<LicenceIdentifier> wrong = new ArrayList<>();
    for (UseAnswer answer : answers) {
      switch (answer) {
        case UseAnswer.Authorised it ->
            used.add(new Subject(it.licence().toString(), it.use().code()));
        case UseAnswer.Denied it when it.denial() == Denial.CONSENT_NOT_BY_HOLDER ->
            wrong.add(it.licence());
        case UseAnswer.Denied it -> denied.add(it.licence());
      }
    }
    return CompletableFuture.allOf(
        accesses.writeAll(call, reason, ACTION, used, "found"),
        log(accesses, call, reason, Access.DIFFERENT, wrong),
        log(accesses, call, reason, "refused", denied));
  }

  private static CompletableFuture<Void> log(
      AccessRecords accesses,
      Call call,
      LookupReason reason,
      String result,
      List<LicenceIdentifier> licences) {
    return accesses.write(
        call, reason, ACTION, licences.stream().map(LicenceIdentifier::toString).toList(), result);
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
