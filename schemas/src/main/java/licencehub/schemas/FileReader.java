package licencehub.schemas;

import java.util.List;
import licencehub.model.Digest;
import licencehub.model.event.FileReference;
import tools.jackson.databind.JsonNode;

/** Takes references to files out of documents that meet their schemas. */
final class FileReader {
  private FileReader() {}

  static FileReference one(JsonNode node) {
    return new FileReference(
        Digest.parse(node.path("digest").asString()),
        node.path("mediaType").asString(),
        node.path("size").asLong());
  }

  /** Those of an application's materials; in supplements materials are but names. */
  static List<FileReference> ofMaterials(JsonNode data) {
    return data.path("materials")
        .valueStream()
        .filter(it -> it.has("file"))
        .map(it -> one(it.path("file")))
        .toList();
  }
}
