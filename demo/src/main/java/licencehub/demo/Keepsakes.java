package licencehub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.Stage;

/** Leaves a receipt of each kind from each department to try {@code verify} on, and the keys. */
final class Keepsakes {
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
      for (Map.Entry<String, FiledEvent> it : chosen().entrySet()) {
        Files.writeString(receipts.resolve(it.getKey() + ".json"), receipt(it.getValue()));
      }
      return receipts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One event of each type and source, of those filed first. */
  private Map<String, FiledEvent> chosen() {
    Map<String, FiledEvent> chosen = new LinkedHashMap<>();
    FiledEvent.first(client)
        .forEach(it -> chosen.putIfAbsent(it.source() + "-" + it.type().replace(".v1", ""), it));
    return chosen;
  }

  private String receipt(FiledEvent event) {
    String place = event.source() + "/" + event.id();
    return client.get("/api/v1/submissions/" + place).toPrettyString() + "\n";
  }
}
