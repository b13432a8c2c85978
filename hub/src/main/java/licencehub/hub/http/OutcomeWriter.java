package licencehub.hub.http;

import java.util.Base64;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes outcomes in the form {@link licencehub.connectors.OutcomeJson} defines, straight into the
 * answer: a batch has thousands.
 */
final class OutcomeWriter {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private OutcomeWriter() {}

  /**
   * @param id the sender's number, null where the submission could not be read that far
   */
  static void write(JsonGenerator json, SourceId source, @Nullable String id, Outcome outcome) {
    json.writeStartObject();
    json.writeStringProperty("outcome", outcome.word());
    json.writeStringProperty("source", source.text());
    if (id != null) {
      json.writeStringProperty("id", id);
    }
    switch (outcome) {
      case Outcome.Accepted it -> receipt(json, it.receipt());
      case Outcome.Duplicate it -> receipt(json, it.first());
      case Outcome.Superseded it -> {
        receipt(json, it.receipt());
        json.writeNumberProperty("standing", it.standing());
      }
      case Outcome.Quarantined it -> {
        json.writeNumberProperty("quarantine", it.number());
        faults(json, it.faults());
      }
    }
    json.writeEndObject();
  }

  /** The sender's number as the receipt has it; null for what was set aside. */
  static @Nullable String id(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted it -> it.receipt().entry().id();
      case Outcome.Duplicate it -> it.first().entry().id();
      case Outcome.Superseded it -> it.receipt().entry().id();
      case Outcome.Quarantined it -> null;
    };
  }

  /** {@code "receipt": {entry, index, path, checkpoint}}. */
  static void receipt(JsonGenerator json, Receipt receipt) {
    json.writeObjectPropertyStart("receipt");
    json.writeStringProperty("entry", BASE64.encodeToString(receipt.entry().bytes()));
    json.writeNumberProperty("index", receipt.index());
    path(json, "path", receipt.path());
    checkpoint(json, receipt.checkpoint());
    json.writeEndObject();
  }

  static void path(JsonGenerator json, String name, List<Digest> path) {
    json.writeArrayPropertyStart(name);
    path.forEach(it -> json.writeString(BASE64.encodeToString(it.bytes())));
    json.writeEndArray();
  }

  static void checkpoint(JsonGenerator json, Checkpoint checkpoint) {
    json.writeObjectPropertyStart("checkpoint");
    json.writeNumberProperty("size", checkpoint.size());
    json.writeStringProperty("root", BASE64.encodeToString(checkpoint.root().bytes()));
    json.writeStringProperty("note", checkpoint.note());
    json.writeEndObject();
  }

  /** {@code "faults": […]}, each with its published code and both languages. */
  static void faults(JsonGenerator json, List<Fault> faults) {
    json.writeArrayPropertyStart("faults");
    for (Fault fault : faults) {
      json.writeStartObject();
      json.writeStringProperty("code", fault.reason().code());
      json.writeStringProperty("path", fault.path());
      json.writeBooleanProperty("final", fault.reason().isFinal());
      Json.text(json, "message", fault.reason().text());
      Json.text(json, "detail", fault.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
