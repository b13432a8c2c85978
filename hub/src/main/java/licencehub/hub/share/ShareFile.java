package licencehub.hub.share;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that carries a file in Base64: read from disk piece by piece, the file written beside
 * it, so that none is ever wholly in memory.
 *
 * @param path the file; whoever reads the request removes it
 * @param hasContent whether there was one
 */
public record ShareFile(ShareRequest request, Path path, boolean hasContent) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST = 4096;

  /**
   * @param body where the request stands
   * @param file an empty file for the content
   * @throws ShareRefusal when it is no such request
   */
  public static ShareFile read(Path body, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode head = root.putObject("head");
    ObjectNode data = root.putObject("data");
    boolean content = false;
    try (JsonParser parser = JSON.createParser(body.toFile())) {
      need(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String part = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && (part.equals("head") || part.equals("data"))) {
          content |= part(parser, part.equals("head") ? head : data, file);
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      need(false);
    }
    return new ShareFile(new ShareRequest(head, data), file, content);
  }

  /** Short texts go to the object, the content to the file. */
  private static boolean part(JsonParser parser, ObjectNode part, Path file) throws IOException {
    boolean content = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("content") && value == JsonToken.VALUE_STRING) {
        try (OutputStream out = Files.newOutputStream(file)) {
          content = parser.readBinaryValue(out) > 0;
        }
      } else if (value == JsonToken.VALUE_STRING && parser.getStringLength() <= LONGEST) {
        part.put(key, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return content;
  }

  private static void need(boolean right) {
    if (!right) {
      throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "请求不是JSON，或 content 不是 base64");
    }
  }
}
