package licencehub.hub.share;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of the services: {@code {"head": {accessId, accessToken}, "data": {…}}}. Other keys are
 * left aside, for clients send many.
 */
public record ShareRequest(JsonNode head, JsonNode data) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @throws ShareRefusal when it is no such object
   */
  public static ShareRequest read(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.path("data").isObject()) {
        return new ShareRequest(root.path("head"), root.path("data"));
      }
    } catch (JacksonException e) {
      throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "请求不是JSON");
    }
    throw new ShareRefusal(ShareStatus.PARAMETER_MISSING, "data");
  }

  /** The name the caller goes by. */
  public String accessId() {
    return head.path("accessId").asString("");
  }

  public String accessToken() {
    return head.path("accessToken").asString("");
  }

  /** What stands under a key of the data; empty for nothing. */
  public Optional<String> find(String key) {
    return Optional.of(data.path(key).asString("").strip()).filter(it -> !it.isEmpty());
  }

  public String need(String key) {
    return need(key, ShareStatus.PARAMETER_MISSING);
  }

  /** The five elements, and what it is for; what it does not say its client stands for. */
  public LookupReason reason(String caller, ShareClients clients) {
    Optional<ShareClients.Client> client = clients.find(caller);
    return new LookupReason(
        element("itemCode", client.map(ShareClients.Client::item)),
        element("businessCode", client.map(ShareClients.Client::caseNumber)),
        find("useCause").orElseGet(() -> need("certificateCopyCause")),
        element("username", client.map(ShareClients.Client::operator)));
  }

  public HolderCode holder() {
    String code = need("holderCode", ShareStatus.HOLDER_CODE_MISSING);
    String type = need("holderTypeCode");
    HolderCodeType known =
        HolderCodeType.find(type)
            .orElseThrow(() -> new ShareRefusal(ShareStatus.HOLDER_TYPE_WRONG));
    return value(ShareStatus.HOLDER_TYPE_WRONG, code, it -> new HolderCode(known, it));
  }

  public Optional<LicenceTypeCode> type() {
    return find("certTypeCode").map(it -> value(ShareStatus.TYPE_WRONG, it, LicenceTypeCode::new));
  }

  public LicenceTypeCode needType() {
    need("certTypeCode");
    return type().orElseThrow();
  }

  /** The identifier under this key, or in a two-dimensional code. */
  public LicenceIdentifier identifier(String key) {
    return value(ShareStatus.PARAMETER_WRONG, need(key), LicenceIdentifier::parseInbound);
  }

  /**
   * Claimed fields by name; an object, or one written in a string.
   *
   * @return none when there are none
   */
  public Map<String, String> claims() {
    JsonNode claims = data.path("certData");
    if (claims.isString() && !claims.asString().isBlank()) {
      try {
        claims = JSON.readTree(claims.asString());
      } catch (JacksonException e) {
        throw new ShareRefusal(ShareStatus.PARAMETER_WRONG, "certData 不是JSON");
      }
    }
    Map<String, String> fields = new TreeMap<>();
    if (claims instanceof ObjectNode object) {
      object.properties().forEach(it -> fields.put(it.getKey(), it.getValue().asString("")));
    }
    fields.values().removeIf(String::isBlank);
    return fields;
  }

  private String element(String key, Optional<String> usual) {
    return find(key).or(() -> usual).orElseGet(() -> need(key));
  }

  private String need(String key, ShareStatus status) {
    return find(key).orElseThrow(() -> new ShareRefusal(status, key));
  }

  private static <T> T value(ShareStatus status, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (MalformedValue e) {
      throw new ShareRefusal(status);
    }
  }
}
