package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import licencehub.library.CaseFile;
import licencehub.library.HistoryEntry;
import licencehub.model.event.CaseOrder;
import licencehub.model.event.Stage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a case: in full and masked for those who work with it, in brief for the public. */
final class CaseJson {
  private static final List<String> PUBLIC_STEP = List.of("result", "name", "kind");

  private CaseJson() {}

  /** Every step with its masked document, and what contradicts the order of stages. */
  static void full(JsonGenerator json, CaseFile file) {
    json.writeStartObject();
    head(json, file);
    json.writeArrayPropertyStart("flags");
    for (CaseOrder.Flag flag : file.flags()) {
      json.writeStartObject();
      json.writeStringProperty(
          "code", flag.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      json.writeStringProperty("zh", flag.text().zh());
      json.writeStringProperty("en", flag.text().en());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("steps");
    for (CaseFile.Step step : file.steps()) {
      HistoryEntry event = step.event();
      json.writeStartObject();
      step(json, step);
      json.writeStringProperty("source", event.source().text());
      json.writeStringProperty("id", event.id());
      json.writeNumberProperty("version", event.version());
      json.writeStringProperty("receivedAt", event.receivedAt().toString());
      json.writeName("document");
      json.writeTree(Masking.of(event.document()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * What an applicant needs to know: where the case stands; nothing about persons.
   *
   * @param joints the joint applications it is a part of, and what they ask the applicant for
   */
  static void brief(JsonGenerator json, CaseFile file, List<ObjectNode> joints) {
    json.writeStartObject();
    head(json, file);
    if (!joints.isEmpty()) {
      json.writeArrayPropertyStart("joints");
      joints.forEach(json::writeTree);
      json.writeEndArray();
    }
    json.writeArrayPropertyStart("steps");
    for (CaseFile.Step step : file.steps()) {
      JsonNode data = Masking.of(step.event().document()).path("data");
      json.writeStartObject();
      step(json, step);
      for (String key : PUBLIC_STEP) {
        if (data.path(key).isString()) {
          json.writeStringProperty(key, data.path(key).asString());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, CaseFile file) {
    json.writeStringProperty("caseNumber", file.number().text());
    first(file, "department").ifPresent(it -> organisation(json, it));
    first(file, "item")
        .filter(it -> it.path("name").isString())
        .ifPresent(it -> json.writeStringProperty("item", it.path("name").asString()));
    if (!file.steps().isEmpty()) {
      stage(json, file.steps().getLast().stage());
    }
  }

  private static void organisation(JsonGenerator json, JsonNode department) {
    if (department instanceof ObjectNode object) {
      json.writeName("department");
      json.writeTree(object);
    }
  }

  private static void step(JsonGenerator json, CaseFile.Step step) {
    stage(json, step.stage());
    json.writeNumberProperty("sequence", step.sequence());
    json.writeStringProperty("at", step.event().happenedAt().toString());
  }

  private static void stage(JsonGenerator json, Stage stage) {
    json.writeObjectPropertyStart("stage");
    json.writeStringProperty("code", stage.wire());
    json.writeStringProperty("zh", stage.text().zh());
    json.writeStringProperty("en", stage.text().en());
    json.writeEndObject();
  }

  private static Optional<JsonNode> first(CaseFile file, String key) {
    return file.steps().stream()
        .map(it -> Masking.of(it.event().document()).path("data").path(key))
        .filter(it -> !it.isMissingNode())
        .findFirst();
  }
}
