package licencehub.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples that lie beside the schemas. */
final class Samples {
  static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  static final JsonMapper JSON = new JsonMapper();

  private Samples() {}

  /** All files of the schemas' folders whose name starts so, in order. */
  static List<Path> named(String start) {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      return files
          .filter(it -> it.getFileName().toString().startsWith(start))
          .filter(it -> it.toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of an example: its event type without the version. */
  static String folder(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String file) {
    return bytes(SCHEMAS.resolve(file));
  }

  static ObjectNode json(String file) {
    return (ObjectNode) JSON.readTree(bytes(file));
  }

  static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }
}
