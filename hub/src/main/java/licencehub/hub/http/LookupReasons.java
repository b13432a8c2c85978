package licencehub.hub.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/** Why somebody looks something up, as a request states it. */
sealed interface LookupReasons {
  /** All four things are there. */
  record Given(LookupReason reason) implements LookupReasons {}

  /** Something is not; the look-up does not take place. */
  record Missing(Text detail) implements LookupReasons {
    Answer refusal() {
      return new Answer.Refusal(ProblemType.REASON_MISSING, detail);
    }
  }

  /** From the object {@code reason} of a request body. */
  static LookupReasons of(JsonNode body) {
    return read(name -> body.path("reason").path(name).asString(""));
  }

  /** From headers in percent-encoded UTF-8, for requests without a body. */
  static LookupReasons of(Call call) {
    return read(name -> call.header(header(name)).map(LookupReasons::decoded).orElse(""));
  }

  private static LookupReasons read(UnaryOperator<String> value) {
    try {
      return new Given(
          new LookupReason(
              value.apply("item"),
              value.apply("caseNumber"),
              value.apply("purpose"),
              value.apply("operator")));
    } catch (MalformedValue e) {
      return new Missing(e.text());
    }
  }

  private static String header(String name) {
    return switch (name) {
      case "item" -> "Licencehub-Item";
      case "caseNumber" -> "Licencehub-Case";
      case "purpose" -> "Licencehub-Purpose";
      default -> "Licencehub-Operator";
    };
  }

  private static String decoded(String value) {
    try {
      // A plus sign is itself here: this is percent-encoding, not a form.
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
