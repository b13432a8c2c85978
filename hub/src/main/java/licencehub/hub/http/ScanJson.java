package licencehub.hub.http;

import java.time.LocalDate;
import licencehub.library.FileStore;
import licencehub.model.ledger.Receipt;
import licencehub.routes.followup.ScanFile;
import licencehub.sharing.followup.Scan;
import tools.jackson.core.JsonGenerator;

/** Writes scans taken on trust. */
final class ScanJson {
  private final FileStore files;

  ScanJson(FileStore files) {
    this.files = files;
  }

  /** What became of a scan or of a check. */
  void outcome(
      JsonGenerator json, ScanFile file, String outcome, Receipt receipt, LocalDate today) {
    json.writeStartObject();
    json.writeStringProperty("outcome", outcome);
    json.writeName("scan");
    write(json, file, today);
    OutcomeWriter.receipt(json, receipt);
    json.writeEndObject();
  }

  void write(JsonGenerator json, ScanFile file, LocalDate today) {
    Scan scan = file.scan();
    json.writeStartObject();
    json.writeStringProperty("number", scan.id());
    FeedbackJson.word(json, "state", scan.state().wire(), scan.state().text());
    json.writeStringProperty("organisation", file.organisation().text());
    json.writeStringProperty("item", file.item().text());
    json.writeStringProperty("caseNumber", scan.caseNumber().text());
    json.writeStringProperty("document", scan.document());
    json.writeStringProperty("digest", file.digest().toString());
    json.writeBooleanProperty("kept", files.size(file.digest()).isPresent());
    json.writeStringProperty("takenAt", scan.takenAt().toString());
    json.writeStringProperty("dueOn", scan.dueOn().toString());
    json.writeBooleanProperty("extended", scan.extended());
    json.writeBooleanProperty("overdue", scan.isOverdueOn(today));
    Scan.Settlement settlement = scan.settlement();
    if (settlement != null) {
      json.writeStringProperty("checkedAt", settlement.at().toString());
      json.writeStringProperty("evidence", Masking.text(settlement.evidence()));
    }
    json.writeEndObject();
  }
}
