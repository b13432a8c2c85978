package licencehub.hub.http;

import java.util.List;
import licencehub.model.event.Organisation;
import licencehub.sharing.Licence;
import licencehub.sharing.exemption.Decision;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Decision.Submit;
import licencehub.sharing.exemption.Decision.Undecided;
import licencehub.sharing.exemption.Objection;
import licencehub.sharing.exemption.Silence;
import licencehub.sharing.item.ItemGuide;
import tools.jackson.core.JsonGenerator;

/** Writes what was decided about each required document. */
final class ExemptionJson {
  private ExemptionJson() {}

  /**
   * @param uses of the licences that exempt; empty when they were not asked for
   */
  static void write(
      JsonGenerator json, ItemGuide guide, List<Decision> decisions, UseAnswers uses) {
    json.writeStartObject();
    json.writeObjectPropertyStart("item");
    json.writeStringProperty("code", guide.code().text());
    json.writeNumberProperty("version", guide.version());
    Json.text(json, "name", guide.name());
    json.writeEndObject();
    json.writeArrayPropertyStart("documents");
    decisions.forEach(it -> decision(json, it, uses));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void decision(JsonGenerator json, Decision decision, UseAnswers uses) {
    json.writeStartObject();
    json.writeStringProperty("code", decision.document().code());
    Json.text(json, "name", decision.document().name());
    json.writeStringProperty("necessity", decision.document().necessity().wire());
    switch (decision) {
      case Exempt it -> {
        json.writeStringProperty("decision", "exempt");
        licence(json, it.licence());
        Json.text(json, "why", it.why());
        use(json, it.licence(), uses);
      }
      case Submit it -> {
        json.writeStringProperty("decision", "submit");
        objections(json, it.objections());
      }
      case Undecided it -> {
        json.writeStringProperty("decision", "undecided");
        silent(json, it.silent());
        objections(json, it.objections());
      }
    }
    json.writeEndObject();
  }

  private static void use(JsonGenerator json, Licence licence, UseAnswers uses) {
    if (uses.tells(licence.identifier())) {
      json.writeName("use");
      uses.write(json, licence.identifier());
    }
  }

  private static void licence(JsonGenerator json, Licence licence) {
    json.writeObjectPropertyStart("licence");
    json.writeStringProperty("identifier", licence.identifier().toString());
    json.writeStringProperty("name", licence.name());
    json.writeStringProperty("type", licence.identifier().type().text());
    if (licence.term().validTo() != null) {
      json.writeStringProperty("validTo", licence.term().validTo().toString());
    }
    Organisation issuer = licence.issuer();
    json.writeObjectPropertyStart("issuer");
    json.writeStringProperty("code", issuer.code().text());
    json.writeStringProperty("name", issuer.name());
    json.writeEndObject();
    json.writeStringProperty("hub", licence.home().hub());
    json.writeStringProperty("confirmedAt", licence.home().confirmedAt().toString());
    json.writeEndObject();
  }

  private static void objections(JsonGenerator json, List<Objection> objections) {
    json.writeArrayPropertyStart("objections");
    for (Objection it : objections) {
      json.writeStartObject();
      json.writeStringProperty("code", it.obstacle().code());
      if (it.licence() != null) {
        json.writeStringProperty("licence", it.licence().toString());
      }
      Json.text(json, "detail", it.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void silent(JsonGenerator json, List<Silence> silent) {
    json.writeArrayPropertyStart("silent");
    for (Silence it : silent) {
      json.writeStartObject();
      json.writeStringProperty("hub", it.hub());
      json.writeStringProperty("region", it.region().text());
      if (it.until() != null) {
        json.writeStringProperty("until", it.until().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
