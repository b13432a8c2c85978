package licencehub.hub.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as a peer's message carries it: {@code path}, {@code query} and {@code headers} as
 * objects of texts, {@code body} as JSON.
 *
 * @param peer id of the hub that asks
 */
record PeerIncoming(String peer, ObjectNode content) implements Incoming {
  @Override
  public String path(String name) {
    return content.path("path").path(name).asString("");
  }

  @Override
  public Optional<String> query(String name) {
    return text(content.path("query").path(name));
  }

  /** Names are in lower case there. */
  @Override
  public Optional<String> header(String name) {
    return text(content.path("headers").path(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public InputStream body() {
    JsonNode body = content.path("body");
    return new ByteArrayInputStream(
        body.isMissingNode() ? new byte[0] : Json.MAPPER.writeValueAsBytes(body));
  }

  @Override
  public String address() {
    return peer;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }
}
