package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.Access;
import licencehub.library.HistoryEntry;
import licencehub.library.Uses;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes accesses, each with the use it was made under.
 *
 * @param recalled uses that were called back
 * @param inClear whether operators are named; else their account is masked
 */
record AccessList(Uses uses, Set<UseCode> recalled, boolean inClear) {
  private static final List<String> OF_USE = List.of("basis", "authorisedAt", "expires");

  void write(JsonGenerator json, List<Access> page, boolean full) {
    json.writeStartObject();
    json.writeArrayPropertyStart("accesses");
    page.forEach(it -> access(json, it));
    json.writeEndArray();
    if (full) {
      json.writeNumberProperty("next", page.getLast().number());
    }
    json.writeEndObject();
  }

  private void access(JsonGenerator json, Access access) {
    json.writeStartObject();
    json.writeNumberProperty("number", access.number());
    json.writeStringProperty("at", access.at().toString());
    json.writeStringProperty("action", access.action());
    json.writeStringProperty("result", access.result());
    json.writeStringProperty("licence", access.subject());
    json.writeStringProperty("role", access.role());
    CreditCode organisation = access.organisation();
    if (organisation != null) {
      json.writeStringProperty("organisation", organisation.text());
    }
    json.writeStringProperty("operator", operator(access.reason().operator()));
    json.writeStringProperty("item", access.reason().item());
    json.writeStringProperty("caseNumber", access.reason().caseNumber());
    json.writeStringProperty("purpose", access.reason().purpose());
    UseCode code = access.useCode();
    if (code != null) {
      use(json, code);
    }
    json.writeEndObject();
  }

  private void use(JsonGenerator json, UseCode code) {
    Optional<HistoryEntry> event = uses.find(code);
    json.writeObjectPropertyStart("use");
    json.writeStringProperty("useCode", code.text());
    if (event.isPresent()) {
      JsonNode use = Json.MAPPER.readTree(event.get().document()).path("data");
      OF_USE.forEach(it -> json.writeStringProperty(it, use.path(it).asString("")));
      json.writeBooleanProperty("copy", use.path("copy").asBoolean(false));
    }
    json.writeBooleanProperty("recalled", recalled.contains(code));
    json.writeEndObject();
  }

  /** An account may be a name: its first character stays. */
  private String operator(String account) {
    return inClear ? account : account.substring(0, account.offsetByCodePoints(0, 1)) + "***";
  }
}
