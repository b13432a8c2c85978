package licencehub.hub.http;

import java.time.LocalDate;
import java.util.Map;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.ledger.Receipt;
import licencehub.routes.followup.FeedbackFile;
import licencehub.sharing.followup.Feedback;
import licencehub.sharing.followup.Feedback.Step;
import licencehub.sharing.followup.Feedback.Subject;
import tools.jackson.core.JsonGenerator;

/** Writes feedback. What names a person is for its issuer alone. */
final class FeedbackJson {
  private static final String HIDDEN = "****";

  private FeedbackJson() {}

  /** What became of a report or an answer. */
  static void outcome(
      JsonGenerator json, FeedbackFile file, String outcome, Receipt receipt, LocalDate today) {
    json.writeStartObject();
    json.writeStringProperty("outcome", outcome);
    json.writeName("feedback");
    write(json, file, today, false);
    OutcomeWriter.receipt(json, receipt);
    json.writeEndObject();
  }

  /**
   * One feedback with its steps.
   *
   * @param clear whether the reader is to act on it, and needs to know about whom and what
   */
  static void write(JsonGenerator json, FeedbackFile file, LocalDate today, boolean clear) {
    Feedback feedback = file.feedback();
    json.writeStartObject();
    json.writeStringProperty("number", feedback.id());
    word(json, "state", feedback.state().wire(), feedback.state().text());
    json.writeStringProperty("organisation", feedback.reporter().text());
    json.writeStringProperty("issuer", feedback.issuer().text());
    json.writeStringProperty("item", file.item().text());
    json.writeStringProperty("caseNumber", feedback.caseNumber().text());
    json.writeStringProperty("reportedAt", file.reportedAt().toString());
    json.writeStringProperty("dueOn", file.dueOn().toString());
    json.writeBooleanProperty("overdue", file.isOverdueOn(today));
    json.writeNumberProperty("openDays", file.openDays(today));
    switch (feedback.subject()) {
      case Subject.Wrong it -> wrong(json, it, file.shouldBe(), clear);
      case Subject.Missing it -> missing(json, it, clear);
    }
    json.writeArrayPropertyStart("steps");
    feedback.steps().forEach(it -> step(json, it));
    json.writeEndArray();
    json.writeEndObject();
  }

  static void word(JsonGenerator json, String name, String code, Text text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("code", code);
    json.writeStringProperty("zh", text.zh());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }

  private static void wrong(
      JsonGenerator json, Subject.Wrong subject, Map<String, String> shouldBe, boolean clear) {
    json.writeObjectPropertyStart("wrong");
    json.writeStringProperty("licence", subject.licence().toString());
    json.writeArrayPropertyStart("fields");
    for (String field : subject.fields().stream().sorted().toList()) {
      json.writeStartObject();
      json.writeStringProperty("name", field);
      String right = shouldBe.get(field);
      if (right != null) {
        json.writeStringProperty("shouldBe", clear ? right : HIDDEN);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void missing(JsonGenerator json, Subject.Missing subject, boolean clear) {
    HolderCode holder = subject.holder();
    LicenceTypeCode type = subject.type();
    json.writeObjectPropertyStart("missing");
    json.writeStringProperty("type", type.text());
    json.writeObjectPropertyStart("holder");
    json.writeStringProperty("codeType", holder.type().code());
    json.writeStringProperty("code", clear ? holder.value() : holder.masked());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    word(json, "state", step.state().wire(), step.state().text());
    json.writeStringProperty("at", step.at().toString());
    if (!step.note().isBlank()) {
      json.writeStringProperty("reason", Masking.text(step.note()));
    }
    LicenceIdentifier licence = step.licence();
    if (licence != null) {
      json.writeStringProperty("licence", licence.toString());
    }
    json.writeEndObject();
  }
}
