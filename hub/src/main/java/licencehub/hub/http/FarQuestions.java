package licencehub.hub.http;

import java.util.List;
import licencehub.hub.access.Operation;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.UseCode;
import tools.jackson.databind.node.ObjectNode;

/** Questions about uses and materials, as another hub is asked them. */
final class FarQuestions {
  /** What a preview is asked with. */
  private static final List<String> PREVIEWED = List.of("page", "of");

  private FarQuestions() {}

  /** The question a caller asks here about a use. */
  static ObjectNode about(Call call, LookupReason reason, Operation operation, UseCode code) {
    ObjectNode question = PeerForm.question(call.caller());
    question.putObject("path").put("useCode", code.text());
    if (operation == Operation.REVEAL_USE) {
      question.putObject("body").set("reason", LookupReasons.written(reason));
    } else {
      reason(question, reason);
    }
    ObjectNode query = question.putObject("query");
    for (String each : PREVIEWED) {
      call.query(each).ifPresent(it -> query.put(each, it));
    }
    return question;
  }

  /** The question a caller asks here about a material of a case. */
  static ObjectNode material(Call call, LookupReason reason) {
    ObjectNode question = PeerForm.question(call.caller());
    question
        .putObject("path")
        .put("caseNumber", call.path("caseNumber"))
        .put("digest", call.path("digest"));
    reason(question, reason);
    return question;
  }

  private static void reason(ObjectNode question, LookupReason reason) {
    ObjectNode headers = question.putObject("headers");
    LookupReasons.headers(reason).forEach(headers::put);
  }
}
