package licencehub.hub.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

  /** The object {@code reason} of a request body. */
  static ObjectNode written(LookupReason reason) {
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("item", reason.item());
    written.put("caseNumber", reason.caseNumber());
    written.put("purpose", reason.purpose());
    written.put("operator", reason.operator());
    return written;
  }

  /** The headers of a request without a body, by their names in lower case. */
  static Map<String, String> headers(LookupReason reason) {
    Map<String, String> headers = new LinkedHashMap<>();
    written(reason)
        .properties()
        .forEach(
            it ->
                headers.put(
                    header(it.getKey()).toLowerCase(Locale.ROOT),
                    URLEncoder.encode(it.getValue().asString(), StandardCharsets.UTF_8)
                        .replace("+", "%20")));
    return headers;
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
