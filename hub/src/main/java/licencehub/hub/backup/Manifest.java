package licencehub.hub.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param hub whose library it is
 * @param engine the word of a {@code LibraryKind}
 * @param entries of the ledger
 * @param checkpoint the newest one as a signed note; empty while the ledger is
 */
public record Manifest(String hub, String engine, Instant madeAt, long entries, String checkpoint) {
  static final String NAME = "backup.json";
  private static final int FORM = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  byte[] bytes() {
    return (JSON.createObjectNode()
                .put("form", FORM)
                .put("hub", hub)
                .put("engine", engine)
                .put("madeAt", madeAt.toString())
                .put("entries", entries)
                .put("checkpoint", checkpoint)
                .toPrettyString()
            + "\n")
        .getBytes(UTF_8);
  }

  /**
   * @throws IOException when there is none, or none this hub understands
   */
  static Manifest read(Path folder) throws IOException {
    try {
      JsonNode it = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
      if (it.path("form").asInt(0) != FORM) {
        throw new IOException(NAME + " is of a form this version does not know");
      }
      return new Manifest(
          it.required("hub").asString(),
          it.required("engine").asString(),
          Instant.parse(it.required("madeAt").asString()),
          it.required("entries").asLong(),
          it.required("checkpoint").asString());
    } catch (JacksonException | DateTimeException e) {
      throw new IOException(NAME + " cannot be read: " + e.getMessage(), e);
    }
  }
}
