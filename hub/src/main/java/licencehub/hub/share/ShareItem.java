package licencehub.hub.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Disclosure;
import licencehub.sharing.use.Use;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One licence as the services list it.
 *
 * @param shown the fields that are shown, as they are shown; the others are left empty
 * @param type tells short names
 * @param use under which they are; null for a list, where everything personal is masked
 */
public record ShareItem(
    Licence licence, LicenceType type, Map<String, String> shown, @Nullable Use use) {
  private static final Map<String, Element> KEYS = keys();

  /** As a search shows it, before any use is authorised. */
  public static ShareItem masked(Licence licence, LicenceType type) {
    return new ShareItem(licence, type, Disclosure.masked(licence, type), null);
  }

  /** The granted fields of a use in clear. */
  public static ShareItem granted(Licence licence, LicenceType type, Use use) {
    return new ShareItem(licence, type, Disclosure.granted(licence, type, use.fields()), use);
  }

  /** Claims by the names items have; what a client was given it can have verified. */
  public static Map<String, String> usualNames(Map<String, String> claims) {
    Map<String, String> usual = new TreeMap<>();
    claims.forEach(
        (name, value) ->
            usual.put(
                Optional.ofNullable(KEYS.get(name)).map(Element::english).orElse(name), value));
    return usual;
  }

  public void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("certIdentifier", licence.identifier().toString());
    KEYS.forEach((key, element) -> json.writeStringProperty(key, shown(element)));
    json.writeStringProperty("digitalSign", "");
    if (use != null) {
      json.writeStringProperty("useCode", use.code().text());
    }
    json.writeArrayPropertyStart("surface");
    shown.forEach(
        (name, value) -> {
          if (Element.find(name).isEmpty()) {
            surface(json, name, value);
          }
        });
    json.writeEndArray();
    json.writeArrayPropertyStart("detail");
    json.writeEndArray();
    json.writeEndObject();
  }

  private String shown(Element element) {
    return element == Element.TYPE_CODE
        ? licence.identifier().type().text()
        : shown.getOrDefault(element.zh(), "");
  }

  private void surface(JsonGenerator json, String name, String value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("value", value);
    json.writeStringProperty("valueType", "string");
    json.writeStringProperty(
        "columnName",
        type.items().stream()
            .filter(it -> it.name().equals(name))
            .map(it -> it.column())
            .findFirst()
            .orElse(name));
    json.writeEndObject();
  }

  private static Map<String, Element> keys() {
    Map<String, Element> keys = new LinkedHashMap<>();
    keys.put("certificateType", Element.TYPE_CODE);
    keys.put("certificateName", Element.NAME);
    keys.put("certificateHolder", Element.HOLDER);
    keys.put("certificateHolderCode", Element.HOLDER_CODE);
    keys.put("certificateHolderType", Element.HOLDER_CODE_TYPE);
    keys.put("certificateNumber", Element.NUMBER);
    keys.put("issueDept", Element.ISSUER);
    keys.put("issueDeptCode", Element.ISSUER_CODE);
    keys.put("issueDate", Element.ISSUED_ON);
    keys.put("certificateValidateStart", Element.VALID_FROM);
    keys.put("certificateValidateEnd", Element.VALID_TO);
    return keys;
  }
}
