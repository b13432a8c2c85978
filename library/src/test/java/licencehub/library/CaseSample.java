package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;
import licencehub.model.event.Statement.CaseStep;

/** A step of a case, with its document. */
record CaseSample(CaseNumber number, Stage stage, int sequence, long version, Instant at) {
  static final CaseNumber CASE = new CaseNumber("330901161710248000216");

  static CaseSample of(Stage stage, int sequence) {
    Instant at = LicenceSample.NOON.plusSeconds((stage.rank() + 1) * 100L + sequence);
    return new CaseSample(CASE, stage, sequence, 1, at);
  }

  CaseSample of(CaseNumber other) {
    return new CaseSample(other, stage, sequence, version, at);
  }

  CaseSample withVersion(long other) {
    return new CaseSample(number, stage, sequence, other, at);
  }

  CaseSample withAt(Instant other) {
    return new CaseSample(number, stage, sequence, version, other);
  }

  String id() {
    return number + "-" + stage.wire() + "-" + sequence + "-" + version;
  }

  Filing filing() {
    CaseStep step =
        new CaseStep(
            number,
            stage,
            sequence,
            at,
            new Organisation(LicenceSample.ISSUER, "深圳市市场监督管理局"),
            new RegionCode("440300"),
            null,
            null,
            List.of());
    byte[] document =
        """
        {"id":"%s","subject":"%s","type":"%s","data":{"sequence":%d,"endedAt":"%s"}}"""
            .formatted(id(), number, type().wire(), sequence, at)
            .getBytes(UTF_8);
    return new Filing(
        new Event(
            LicenceSample.SOURCE, id(), type(), number.text(), at.plusSeconds(5), version, step),
        new Original(document, "application/json", "up_pro#" + id(), at.plusSeconds(60)),
        document,
        null,
        null);
  }

  private EventType type() {
    return switch (stage) {
      case APPLICATION -> EventType.CASE_APPLIED;
      case ACCEPTANCE -> EventType.CASE_ACCEPTED;
      case COMPLETION -> EventType.CASE_COMPLETED;
      case COLLECTION -> EventType.CASE_COLLECTED;
      case SUPPLEMENT_REQUESTED -> EventType.CASE_SUPPLEMENT_REQUESTED;
      case SUPPLEMENT_RECEIVED -> EventType.CASE_SUPPLEMENT_RECEIVED;
      case SPECIAL_PROCEDURE_STARTED -> EventType.CASE_SPECIAL_PROCEDURE_STARTED;
      case SPECIAL_PROCEDURE_ENDED -> EventType.CASE_SPECIAL_PROCEDURE_ENDED;
      case HANDLING, EXAMINATION, APPROVAL -> EventType.CASE_STEP;
    };
  }
}
