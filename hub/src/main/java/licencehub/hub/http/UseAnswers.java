package licencehub.hub.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.UseAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of asking to use licences, wherever they live.
 *
 * @param here what this hub decided
 * @param far what other hubs did, as they wrote it
 */
record UseAnswers(List<UseAnswer> here, Map<LicenceIdentifier, ObjectNode> far) {
  /** Nothing was asked. */
  static final UseAnswers NONE = new UseAnswers(List.of(), Map.of());

  UseAnswers {
    here = List.copyOf(here);
    far = Map.copyOf(far);
  }

  boolean tells(LicenceIdentifier licence) {
    return far.containsKey(licence) || here.stream().anyMatch(it -> it.licence().equals(licence));
  }

  /** The answer about one licence; nothing where there is none. */
  void write(JsonGenerator json, LicenceIdentifier licence) {
    here.stream()
        .filter(it -> it.licence().equals(licence))
        .forEach(it -> UseJson.answer(json, it));
    if (far.containsKey(licence)) {
      json.writeTree(far.get(licence));
    }
  }

  /** Writes down who asked to use which licences, and whether they may. */
  CompletableFuture<Void> log(AccessRecords accesses, Call call, LookupReason reason) {
    return CompletableFuture.allOf(
        Authorisations.log(accesses, call, reason, here), log(accesses, call, reason, far));
  }

  /** Who asked to use which licences of other hubs, and what those said. */
  private static CompletableFuture<Void> log(
      AccessRecords accesses,
      Call call,
      LookupReason reason,
      Map<LicenceIdentifier, ObjectNode> answers) {
    return CompletableFuture.allOf(
        answers.entrySet().stream()
            .map(
                it ->
                    accesses.write(
                        call,
                        reason,
                        "uses.authorise",
                        List.of(it.getKey().toString()),
                        word(it.getValue().path("decision").asString(""))))
            .toArray(CompletableFuture[]::new));
  }

  private static String word(String decision) {
    return switch (decision) {
      case "authorised" -> "found";
      case "denied" -> "refused";
      default -> "unknown";
    };
  }
}
