package licencehub.library.index;

import java.util.function.Predicate;
import licencehub.library.LicenceQuery;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on a licence, read from its own canonical document. */
public record Face(LicenceIdentifier identifier, byte[] document) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the document says about the licence. */
  public JsonNode content() {
    return JSON.readTree(document).path("data");
  }

  /** Whether every given criterion is met, to the last character. */
  public boolean meets(LicenceQuery query) {
    JsonNode content = content();
    HolderCode holder = query.holder();
    String part = query.namePart();
    return (query.type() == null || query.type().equals(identifier.type()))
        && (query.number() == null || query.number().equals(content.path("number").asString("")))
        && (holder == null || hasHolder(content, it -> isHeldBy(it, holder)))
        && (part == null || hasHolder(content, it -> isNamed(it, part)));
  }

  private static boolean hasHolder(JsonNode content, Predicate<JsonNode> wanted) {
    return content.path("holders").valueStream().anyMatch(wanted);
  }

  private static boolean isHeldBy(JsonNode holder, HolderCode code) {
    return holder.path("codeType").asString("").equals(code.type().code())
        && holder.path("code").asString("").equals(code.value());
  }

  private static boolean isNamed(JsonNode holder, String part) {
    return SearchTokens.plain(holder.path("name").asString("")).contains(SearchTokens.plain(part));
  }
}
