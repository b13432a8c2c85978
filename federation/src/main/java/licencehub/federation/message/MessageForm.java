package licencehub.federation.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.model.Digest;
import licencehub.model.MalformedValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two messages as CloudEvents in JSON. */
final class MessageForm {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REQUEST = "peer.request.v1";
  private static final String ANSWER = "peer.answer.v1";
  private static final String HUBS = "/hubs/";

  private MessageForm() {}

  static byte[] write(PeerRequest request) {
    ObjectNode root = root(REQUEST, request.number(), request.from(), request.to(), request.at());
    ObjectNode data = root.putObject("data");
    data.put("operation", request.operation());
    data.put("known", request.known());
    data.set("content", request.content());
    return JSON.writeValueAsBytes(root);
  }

  static byte[] write(PeerAnswer answer) {
    String number = answer.request().toString();
    ObjectNode root = root(ANSWER, number, answer.from(), answer.to(), answer.at());
    ObjectNode data = root.putObject("data");
    data.put("request", answer.request().toString());
    data.put("checkpoint", answer.ledger().note());
    ArrayNode path = data.putArray("consistency");
    answer.ledger().consistency().forEach(it -> path.add(it.toString()));
    data.set("content", answer.content());
    return JSON.writeValueAsBytes(root);
  }

  /** Empty for anything else. */
  static Optional<PeerRequest> request(byte[] payload) {
    return read(
        payload,
        REQUEST,
        (root, data, content) ->
            new PeerRequest(
                root.path("id").asString(""),
                hub(root, "source"),
                hub(root, "subject"),
                Instant.parse(root.path("time").asString("")),
                data.path("known").asLong(-1),
                data.path("operation").asString(""),
                content));
  }

  /** Empty for anything else. */
  static Optional<PeerAnswer> answer(byte[] payload) {
    return read(
        payload,
        ANSWER,
        (root, data, content) ->
            new PeerAnswer(
                hub(root, "source"),
                hub(root, "subject"),
                Instant.parse(root.path("time").asString("")),
                Digest.parse(data.path("request").asString("")),
                ledger(data),
                content));
  }

  private static LedgerWord ledger(JsonNode data) {
    List<Digest> path = new ArrayList<>();
    data.path("consistency").forEach(it -> path.add(Digest.parse(it.asString(""))));
    return new LedgerWord(data.path("checkpoint").asString(""), path);
  }

  /** What is made of the parts of a message. */
  private interface Making<T> {
    T of(ObjectNode root, JsonNode data, ObjectNode content);
  }

  private static <T> Optional<T> read(byte[] payload, String type, Making<T> making) {
    try {
      return JSON.readTree(payload) instanceof ObjectNode root
              && root.path("type").asString("").equals(type)
              && root.at("/data/content") instanceof ObjectNode content
          ? Optional.of(making.of(root, root.path("data"), content))
          : Optional.empty();
    } catch (JacksonException | DateTimeException | MalformedValue e) {
      return Optional.empty();
    }
  }

  private static ObjectNode root(String type, String id, String from, String to, Instant at) {
    ObjectNode root = JSON.createObjectNode();
    root.put("specversion", "1.0");
    root.put("id", id);
    root.put("source", HUBS + from);
    root.put("subject", HUBS + to);
    root.put("type", type);
    root.put("time", at.toString());
    return root;
  }

  private static String hub(JsonNode root, String name) {
    String text = root.path(name).asString("");
    return text.startsWith(HUBS) ? text.substring(HUBS.length()) : "";
  }
}
