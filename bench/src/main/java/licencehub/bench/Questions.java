package licencehub.bench;

import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Look-ups about what was filed. */
final class Questions {
  private static final String REASON =
      "\"reason\":{\"item\":\"000117001000\",\"caseNumber\":\"bench-1\","
          + "\"purpose\":\"bench\",\"operator\":\"bench\"}";
  private final List<String> identifiers;
  private final List<String> holders;

  Questions(List<ObjectNode> documents) {
    List<ObjectNode> licences =
        documents.stream()
            .filter(it -> it.required("type").asString().startsWith("licence.issued"))
            .toList();
    this.identifiers = licences.stream().map(it -> it.required("subject").asString()).toList();
    this.holders =
        licences.stream()
            .map(it -> it.required("data").path("holders").path(0))
            .map(Questions::holder)
            .toList();
  }

  String identifier(int i) {
    return identifiers.get(i % identifiers.size());
  }

  IntFunction<String> byIdentifier() {
    return i -> "{\"identifier\":\"" + identifier(i) + "\"," + REASON + "}";
  }

  IntFunction<String> byHolder() {
    return i -> "{\"holder\":" + holders.get(i % holders.size()) + "," + REASON + "}";
  }

  /** Which documents of {@code item} each holder in turn need not submit. */
  IntFunction<String> exemptions(String item) {
    String reason = REASON.replace("000117001000", item);
    return i ->
        "{\"parties\":{\"applicant\":" + holders.get(i % holders.size()) + "}," + reason + "}";
  }

  /** About somebody by a citizen number. */
  static String of(String citizen) {
    return "{\"holder\":{\"codeType\":\"111\",\"code\":\"" + citizen + "\"}," + REASON + "}";
  }

  int licences() {
    return identifiers.size();
  }

  private static String holder(JsonNode holder) {
    return "{\"codeType\":"
        + holder.required("codeType")
        + ",\"code\":"
        + holder.required("code")
        + "}";
  }
}
