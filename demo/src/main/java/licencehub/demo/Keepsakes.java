package licencehub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.Stage;
import tools.jackson.databind.JsonNode;

/** Leaves a receipt of each kind from each department to try {@code verify} on, and the keys. */
final class Keepsakes {
  private static final int LOOKED_AT = 1_000;
  private final Stage stage;
  private final HubClient client;

  Keepsakes(Stage stage, HubClient client) {
    this.stage = stage;
    this.client = client;
  }

  /** The folder they are in. */
  Path leave() {
    Path receipts = stage.folder().resolve("receipts");
    try {
      Files.createDirectories(receipts);
      Files.writeString(stage.folder().resolve("ledger.keys"), client.ledgerKeys());
      for (Map.Entry<String, JsonNode> it : chosen().entrySet()) {
        Files.writeString(receipts.resolve(it.getKey() + ".json"), receipt(it.getValue()));
      }
      return receipts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One event of each type and source, of those filed first. */
  private Map<String, JsonNode> chosen() {
    Map<String, JsonNode> chosen = new LinkedHashMap<>();
    for (JsonNode entry : client.get("/api/v1/feed?limit=" + LOOKED_AT).required("events")) {
      JsonNode event = entry.required("event");
      String type = event.required("type").asString().replace(".v1", "");
      chosen.putIfAbsent(source(event) + "-" + type, event);
    }
    return chosen;
  }

  private String receipt(JsonNode event) {
    String place = source(event) + "/" + event.required("id").asString();
    return client.get("/api/v1/submissions/" + place).toPrettyString() + "\n";
  }

  private static String source(JsonNode event) {
    return event.required("source").asString().replace("/sources/", "");
  }
}
