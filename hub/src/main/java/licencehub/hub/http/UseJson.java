package licencehub.hub.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import licencehub.model.code.LicenceIdentifier;
import licencehub.routes.use.UseAnswer;
import licencehub.routes.use.UseLook;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Disclosure;
import licencehub.sharing.use.Use;
import licencehub.sharing.use.UseRequest;
import tools.jackson.core.JsonGenerator;

/** Writes uses: what was authorised, and what may be seen. */
final class UseJson {
  private UseJson() {}

  /** In the order they were asked for. */
  static void answers(
      JsonGenerator json, UseRequest request, List<LicenceIdentifier> wanted, UseAnswers answers) {
    json.writeStartObject();
    json.writeStringProperty("item", request.item().text());
    json.writeStringProperty("caseNumber", request.caseNumber().text());
    json.writeStringProperty("basis", request.basis().kind().wire());
    json.writeArrayPropertyStart("uses");
    wanted.forEach(it -> answers.write(json, it));
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Authorised, with code and receipt, or denied. */
  static void answer(JsonGenerator json, UseAnswer answer) {
    json.writeStartObject();
    json.writeStringProperty("licence", answer.licence().toString());
    switch (answer) {
      case UseAnswer.Authorised it -> {
        json.writeStringProperty("decision", "authorised");
        allowed(json, it.use());
        OutcomeWriter.receipt(json, it.receipt());
      }
      case UseAnswer.Denied it -> {
        json.writeStringProperty("decision", "denied");
        denial(json, "denial", it.denial());
      }
    }
    json.writeEndObject();
  }

  /** A use that may not be made use of now: nothing of the licence is shown. */
  static void objected(JsonGenerator json, UseLook.Objected look) {
    json.writeStartObject();
    head(json, look.use(), false);
    denial(json, "objection", look.denial());
    json.writeEndObject();
  }

  /** The granted fields, in the order of the face. */
  static void face(JsonGenerator json, UseLook.Clear look, boolean clear) {
    Use use = look.use();
    Map<String, String> shown =
        clear
            ? Disclosure.granted(look.licence(), look.type(), use.fields())
            : Disclosure.masked(look.licence(), look.type(), use.fields());
    json.writeStartObject();
    head(json, use, true);
    json.writeBooleanProperty("masked", !clear);
    json.writeObjectPropertyStart("face");
    shown.forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, Use use, boolean usable) {
    json.writeStringProperty("licence", use.licence().toString());
    json.writeStringProperty("caseNumber", use.caseNumber().text());
    json.writeBooleanProperty("usable", usable);
    json.writeStringProperty("authorisedAt", use.at().toString());
    allowed(json, use);
  }

  private static void allowed(JsonGenerator json, Use use) {
    json.writeStringProperty("useCode", use.code().text());
    json.writeStringProperty("expires", use.expires().toString());
    json.writeStringProperty("grant", use.grant());
    names(json, use.fields());
    json.writeBooleanProperty("copy", use.copy());
  }

  private static void names(JsonGenerator json, Collection<String> fields) {
    json.writeArrayPropertyStart("fields");
    fields.stream().sorted().forEach(json::writeString);
    json.writeEndArray();
  }

  static void denial(JsonGenerator json, String name, Denial denial) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("code", denial.code());
    json.writeNumberProperty("status", denial.status());
    Json.text(json, "message", denial.text());
    Json.text(json, "remedy", denial.remedy());
    json.writeEndObject();
  }
}
