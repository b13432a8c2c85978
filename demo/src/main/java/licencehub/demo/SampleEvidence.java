package licencehub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.Stage;
import licencehub.hub.access.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves the evidence bundle of a licence that came in a signed envelope, as an auditor gets it: in
 * front-end tables signatures stand in columns, and are not verified again without them.
 */
final class SampleEvidence {
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
      Optional<FiledEvent> licence = first();
      if (licence.isPresent()) {
        byte[] bundle = client.bytes(Role.AUDITOR, "/api/v1/evidence", question(licence.get()));
        Files.write(folder.resolve(licence.get().source() + ".zip"), bundle);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<FiledEvent> first() {
    String pusher = stage.bodies().getFirst().source().text();
    return FiledEvent.first(client)
        .filter(it -> it.source().equals(pusher) && it.type().equals("licence.issued.v1"))
        .findFirst();
  }

  private static String question(FiledEvent event) {
    ObjectNode question = JsonMapper.shared().createObjectNode();
    question
        .putObject("reason")
        .put("item", "审计抽查")
        .put("caseNumber", "AUDIT-1")
        .put("purpose", "演示证据包")
        .put("operator", "demo");
    question.put("source", event.source()).put("id", event.id());
    return question.toString();
  }
}
