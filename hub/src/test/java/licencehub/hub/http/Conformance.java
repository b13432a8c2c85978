package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import licencehub.hub.access.Operation;
import licencehub.schemas.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds every answer against the OpenAPI document: status, content type and body. */
final class Conformance {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          it ->
              it.schemas(
                  id ->
                      id.startsWith(Contracts.BASE)
                          ? Contracts.find(id.substring(Contracts.BASE.length())).orElse(null)
                          : null));

  private final JsonNode api;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  Conformance(String openApi) {
    this.api = new YAMLMapper().readTree(openApi);
  }

  /** What the document says of an operation. */
  JsonNode operation(Operation operation) {
    return api.path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT));
  }

  JsonNode api() {
    return api;
  }

  /** Fails when the document does not describe this answer. Unknown routes are problems all. */
  void check(HttpRequest request, HttpResponse<byte[]> response) {
    Optional<Operation> operation = find(request.method(), request.uri().getPath());
    JsonNode responses = operation.map(it -> operation(it).path("responses")).orElse(api);
    String status = Integer.toString(response.statusCode());
    JsonNode described =
        resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
    if (operation.isEmpty()) {
      assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
      return;
    }
    String what = operation.get() + " answers " + status;
    assertThat(described.isMissingNode()).as(what + ", which is not described").isFalse();
    String mediaType = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode content = described.path("content");
    assertThat(content.propertyNames()).as(what).contains(mediaType);
    if (mediaType.endsWith("json")) {
      JsonNode body = Json.MAPPER.readTree(response.body());
      assertThat(schema(content.path(mediaType).path("schema")).validate(body)).as(what).isEmpty();
    }
  }

  private Schema schema(JsonNode schema) {
    return schemas.computeIfAbsent(schema, this::compiled);
  }

  /** The schema with the document's components beside it, so that references lead somewhere. */
  private Schema compiled(JsonNode schema) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.putArray("allOf").add(schema);
    root.set("components", api.path("components"));
    return REGISTRY.getSchema(root);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.startsWith("#/") ? api.at(reference.substring(1)) : node;
  }

  private static Optional<Operation> find(String method, String path) {
    return Arrays.stream(Operation.values())
        .filter(it -> it.method().equals(method) && pattern(it).matcher(path).matches())
        .findFirst();
  }

  private static Pattern pattern(Operation operation) {
    String path = operation.path().replace(".", "\\.");
    String tail = operation.hasTail() ? path.replaceFirst("\\{[a-zA-Z]+\\}$", ".+") : path;
    return Pattern.compile(tail.replaceAll("\\{[a-zA-Z]+\\}", "[^/]+"));
  }
}
