package licencehub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.Stage;
import licencehub.hub.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves the evidence bundle of a licence that came in a signed envelope, as an auditor gets it: in
 * front-end tables signatures stand in columns, and are not verified again without them.
 */
final class SampleEvidence {
  private static final int LOOKED_AT = 1_000;
  private final Stage stage;
  private final HubClient client;

  SampleEvidence(Stage stage, HubClient client) {
    this.stage = stage;
    this.client = client;
  }

  /** The folder it is in. */
  Path leave() {
    Path folder = stage.folder().resolve("evidence");
    try {
      Files.createDirectories(folder);
      Optional<JsonNode> licence = first();
      if (licence.isPresent()) {
        byte[] bundle = client.bytes(Role.AUDITOR, "/api/v1/evidence", question(licence.get()));
        Files.write(folder.resolve(source(licence.get()) + ".zip"), bundle);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<JsonNode> first() {
    return client
        .get("/api/v1/feed?limit=" + LOOKED_AT)
        .required("events")
        .valueStream()
        .map(it -> it.required("event"))
        .filter(it -> source(it).equals(stage.bodies().getFirst().source().text()))
        .filter(it -> it.required("type").asString().equals("licence.issued.v1"))
        .findFirst();
  }

  private static String question(JsonNode event) {
    ObjectNode question = JsonMapper.shared().createObjectNode();
    question
        .putObject("reason")
        .put("item", "审计抽查")
        .put("caseNumber", "AUDIT-1")
        .put("purpose", "演示证据包")
        .put("operator", "demo");
    question.put("source", source(event)).put("id", event.required("id").asString());
    return question.toString();
  }

  private static String source(JsonNode event) {
    return event.required("source").asString().replace("/sources/", "");
  }
}
