package licencehub.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import tools.jackson.databind.node.ObjectNode;

/** One case in the telling: each part moves the clock on and adds what the department reports. */
final class Telling {
  private static final double REFUSED = 3;
  private static final double SUPPLEMENT = 12;
  private static final double PROCEDURE = 8;
  private static final double RETURNED = 4;
  private static final int VALID_YEARS = 5;
  private static final List<String> CLERKS = List.of("经办甲", "经办乙", "审核丙", "审核丁", "批准戊");

  private final Body body;
  private final String caseNumber;
  private final Holder applicant;
  private final Lot lot;
  private final List<ObjectNode> documents = new ArrayList<>();
  private Instant now;

  Telling(Body body, String caseNumber, Holder applicant, Lot lot, Instant applied) {
    this.body = body;
    this.caseNumber = caseNumber;
    this.applicant = applicant;
    this.lot = lot;
    this.now = applied;
  }

  List<ObjectNode> documents() {
    return documents;
  }

  void application() {
    Document document = next(EventType.CASE_APPLIED, 0);
    document.item(body.matter()).applicant(applicant);
    document
        .text("projectName", applicant.name() + body.matter().item())
        .text("kind", "promised")
        .text("channel", lot.chance(60) ? "online" : "counter")
        .text("queryPassword", String.format(Locale.ROOT, "%06d", lot.between(0, 999_999)))
        .time("appliedAt", now);
  }

  /** Whether the case goes on. */
  boolean acceptance() {
    boolean refused = lot.chance(REFUSED);
    if (!refused && lot.chance(SUPPLEMENT)) {
      supplement();
    }
    Document document = next(EventType.CASE_ACCEPTED, lot.between(1, 20));
    document
        .text("result", refused ? "refused" : "accepted")
        .time("acceptedAt", now)
        .text("handler", lot.pick(CLERKS));
    if (refused) {
      document.text("reason", "不属于本部门职权范围");
    } else {
      document.limit("promisedLimit", 7).limit("legalLimit", 20);
    }
    return !refused;
  }

  void stages() {
    int sequence = 1;
    for (String stage : List.of("handling", "examination", "approval")) {
      if (stage.equals("examination") && lot.chance(PROCEDURE)) {
        procedure();
      }
      Instant started = now;
      Document document = next(EventType.CASE_STEP, lot.between(2, 30));
      document
          .text("stage", stage)
          .number("sequence", sequence++)
          .text("handler", lot.pick(CLERKS))
          .time("startedAt", started)
          .time("endedAt", now)
          .text("result", "agreed")
          .text("opinion", "符合条件，拟同意");
    }
  }

  /** Whether a licence comes of it. */
  boolean completion() {
    boolean returned = lot.chance(RETURNED);
    Document document = next(EventType.CASE_COMPLETED, lot.between(1, 10));
    document
        .text("result", returned ? "returned" : "certificate-issued")
        .time("completedAt", now)
        .text("handler", lot.pick(CLERKS));
    if (returned) {
      document.text("reason", "现场核查不符合要求");
    } else {
      document.certificate(body.matter().licence(), licenceNumber(), body.organisation().name());
    }
    return !returned;
  }

  void collection() {
    next(EventType.CASE_COLLECTED, lot.between(1, 48))
        .text("method", lot.chance(50) ? "counter" : "post")
        .time("collectedAt", now);
  }

  void licence(LicenceIdentifier identifier, LocalDate issued) {
    Document document =
        new Document(
            body, EventType.LICENCE_ISSUED, identifier.toString(), "L-" + identifier.serial(), now);
    document
        .text("identifier", identifier.toString())
        .text("name", body.matter().licence())
        .text("number", licenceNumber())
        .issuer(body.organisation())
        .text("region", body.region().text())
        .text("issuedOn", issued.toString())
        .text("validFrom", issued.toString())
        .text("validTo", issued.plusYears(VALID_YEARS).toString())
        .holders(applicant)
        .text("caseNumber", caseNumber);
    documents.add(document.node());
  }

  private void supplement() {
    next(EventType.CASE_SUPPLEMENT_REQUESTED, lot.between(1, 8))
        .number("sequence", 1)
        .text("reason", "缺少场所平面图")
        .time("requestedAt", now)
        .text("handler", lot.pick(CLERKS));
    next(EventType.CASE_SUPPLEMENT_RECEIVED, lot.between(8, 72))
        .number("sequence", 1)
        .time("receivedAt", now);
  }

  private void procedure() {
    next(EventType.CASE_SPECIAL_PROCEDURE_STARTED, lot.between(1, 8))
        .number("sequence", 1)
        .text("kind", lot.chance(50) ? "hearing" : "extension")
        .text("reason", "依法需要组织听证或延长审批")
        .time("startedAt", now)
        .text("approver", lot.pick(CLERKS));
    next(EventType.CASE_SPECIAL_PROCEDURE_ENDED, lot.between(24, 96))
        .number("sequence", 1)
        .text("result", "程序结束，恢复办理")
        .time("endedAt", now);
  }

  private String licenceNumber() {
    return "YS" + caseNumber.substring(caseNumber.length() - 13);
  }

  private Document next(EventType type, int hoursLater) {
    now = now.plus(Duration.ofHours(hoursLater));
    String id = String.format(Locale.ROOT, "%s-%02d", caseNumber, documents.size() + 1);
    Document document = new Document(body, type, caseNumber, id, now).forCase(caseNumber);
    documents.add(document.node());
    return document;
  }
}
