package licencehub.hub.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licencehub.ledger.Proofs;
import licencehub.library.HistoryEntry;
import licencehub.library.LedgerStore;
import licencehub.library.LicenceRecord;
import licencehub.model.event.ChangeKind;
import licencehub.model.event.LicenceStatus;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes licences and events as answers show them: masked, with the proof that they are filed. */
final class LicenceJson {
  private final LedgerStore ledger;
  private final Proofs proofs;
  private final String hub;

  /**
   * @param hub the id of this hub, where these licences live
   */
  LicenceJson(LedgerStore ledger, Proofs proofs, String hub) {
    this.hub = hub;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  void licence(
      JsonGenerator json, LicenceRecord record, LocalDate day, List<HistoryEntry> history) {
    json.writeStartObject();
    json.writeStringProperty("identifier", record.identifier().toString());
    json.writeStringProperty("hub", hub);
    status(json, "status", record.statusOn(day));
    status(json, "statusOn", record.statusOn(day));
    json.writeStringProperty("day", day.toString());
    if (record.validTo() != null) {
      json.writeStringProperty("validTo", record.validTo().toString());
    }
    if (record.status() == LicenceStatus.REPLACED) {
      json.writeStringProperty("replacedBy", record.latest().subject());
    }
    HistoryEntry content = record.content();
    if (content != null) {
      content(json, Masking.tree(content.document()));
    }
    json.writeName("latest");
    event(json, record.latest(), false);
    if (!history.isEmpty()) {
      events(json, "history", history);
    }
    proof(json, record.latest());
    json.writeEndObject();
  }

  /** Where it comes from, and what it says, masked. */
  private static void content(JsonGenerator json, ObjectNode document) {
    JsonNode data = document.path("data");
    if (data.has("replaces")) {
      json.writeStringProperty("replaces", data.path("replaces").asString());
    }
    ChangeKind.find(data.path("changeKind").asString(""))
        .ifPresent(it -> FeedbackJson.word(json, "changeKind", it.wire(), it.text()));
    json.writeName("document");
    json.writeTree(Masking.of(document));
  }

  /** Events in full, each masked. */
  static void events(JsonGenerator json, String name, List<HistoryEntry> events) {
    json.writeArrayPropertyStart(name);
    events.forEach(it -> event(json, it, true));
    json.writeEndArray();
  }

  private static void event(JsonGenerator json, HistoryEntry event, boolean document) {
    json.writeStartObject();
    json.writeNumberProperty("sequence", event.sequence());
    json.writeStringProperty("source", event.source().text());
    json.writeStringProperty("id", event.id());
    json.writeStringProperty("type", event.type().wire());
    json.writeNumberProperty("version", event.version());
    json.writeStringProperty("happenedAt", event.happenedAt().toString());
    json.writeStringProperty("receivedAt", event.receivedAt().toString());
    if (document) {
      json.writeName("document");
      json.writeTree(Masking.of(event.document()));
    }
    json.writeEndObject();
  }

  /** The receipt of the event as of the newest checkpoint; left out while the ledger is behind. */
  private void proof(JsonGenerator json, HistoryEntry event) {
    Optional<Checkpoint> latest = ledger.latest();
    Optional<LedgerEntry> entry = ledger.entry(event.sequence());
    if (latest.isPresent() && entry.isPresent() && event.sequence() < latest.get().size()) {
      OutcomeWriter.receipt(
          json,
          new Receipt(
              entry.get(),
              event.sequence(),
              proofs.inclusion(event.sequence(), latest.get().size()),
              latest.get()));
    }
  }

  private static void status(JsonGenerator json, String name, LicenceStatus status) {
    FeedbackJson.word(json, name, status.wire(), status.text());
  }
}
