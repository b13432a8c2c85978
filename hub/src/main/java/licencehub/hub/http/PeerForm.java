package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import licencehub.federation.message.PeerRequest;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** How calls and answers stand in messages between hubs. */
final class PeerForm {
  private static final int LONGEST = 100;
  private static final Answer.Refusal NO_STREAM =
      new Answer.Refusal(
          ProblemType.CALLER_NOT_ALLOWED,
          Text.of("这一操作不能跨枢纽。", "This operation is not for other hubs."));

  private PeerForm() {}

  /** A question with a body, on behalf of a caller here. */
  static ObjectNode question(Caller caller, ObjectNode body) {
    ObjectNode content = question(caller);
    content.set("body", body);
    return content;
  }

  /** A question without a body. */
  static ObjectNode question(Caller caller) {
    ObjectNode content = Json.MAPPER.createObjectNode();
    ObjectNode behalf = content.putObject("caller");
    behalf.put("name", caller.name());
    CreditCode organisation = caller.department();
    if (organisation != null) {
      behalf.put("organisation", organisation.text());
    }
    return content;
  }

  /** On whose behalf a peer asks; in the access log the name begins with the peer's. */
  static Caller caller(PeerRequest request) {
    JsonNode behalf = request.content().path("caller");
    String name = request.from() + "/" + behalf.path("name").asString("");
    String organisation = behalf.path("organisation").asString("");
    return new Caller(
        name.substring(0, Math.min(LONGEST, name.length())),
        Role.APPROVER,
        organisation.isEmpty() ? null : new CreditCode(organisation));
  }

  /** An answer as it goes back to the peer. */
  static ObjectNode written(Answer answer, String requestId) {
    return switch (answer) {
      case Answer.Document it -> written(it.status(), it.mediaType(), it.body(), it.headers());
      case Answer.Refusal it ->
          written(
              it.type().status(), Delivery.PROBLEM, Delivery.problem(it, requestId), it.headers());
      case Answer.Stream it -> written(NO_STREAM, requestId);
    };
  }

  /** An answer as it came from a peer, for the caller here. */
  static Answer read(ObjectNode content) {
    return new Answer.Document(
        content.path("status").asInt(502),
        content.path("mediaType").asString(Json.MEDIA_TYPE),
        bytes(content),
        headers(content.path("headers")));
  }

  private static Map<String, String> headers(JsonNode headers) {
    return headers.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString("")));
  }

  private static byte[] bytes(ObjectNode content) {
    return content.has("json")
        ? Json.MAPPER.writeValueAsBytes(content.get("json"))
        : Base64.getDecoder().decode(content.path("bytes").asString(""));
  }

  private static ObjectNode written(
      int status, String mediaType, byte[] body, Map<String, String> headers) {
    ObjectNode content = Json.MAPPER.createObjectNode();
    content.put("status", status);
    content.put("mediaType", mediaType);
    if (mediaType.endsWith("json")) {
      content.putRawValue("json", new RawValue(new String(body, UTF_8)));
    } else {
      content.put("bytes", Base64.getEncoder().encodeToString(body));
    }
    ObjectNode kept = content.putObject("headers");
    headers.forEach(kept::put);
    return content;
  }
}
