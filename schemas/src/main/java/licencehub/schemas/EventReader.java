package licencehub.schemas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.code.UseCode;
import licencehub.model.event.ChangeKind;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the typed event of a document that meets its schema. */
final class EventReader {
  private final JsonNode data;

  private EventReader(JsonNode data) {
    this.data = data;
  }

  /**
   * @throws licencehub.model.MalformedValue when the document does not meet its schema after all
   */
  static Event read(EventType type, JsonNode root) {
    EventReader reader = new EventReader(root.path("data"));
    return new Event(
        Formats.source(text(root, "source")),
        text(root, "id"),
        type,
        text(root, "subject"),
        Moments.time(text(root, "time")),
        root.path("recordversion").asLong(),
        reader.statement(type));
  }

  private Statement statement(EventType type) {
    return switch (type) {
      case LICENCE_ISSUED, LICENCE_CHANGED -> content();
      case LICENCE_SUSPENDED -> status(LicenceStatus.SUSPENDED);
      case LICENCE_RESUMED -> status(LicenceStatus.VALID);
      case LICENCE_REVOKED -> status(LicenceStatus.REVOKED);
      case LICENCE_CANCELLED -> status(LicenceStatus.CANCELLED);
      case CASE_APPLIED -> step(Stage.APPLICATION, "appliedAt");
      case CASE_ACCEPTED -> step(Stage.ACCEPTANCE, "acceptedAt");
      case CASE_STEP -> step(stage(), "endedAt");
      case CASE_SUPPLEMENT_REQUESTED -> step(Stage.SUPPLEMENT_REQUESTED, "requestedAt");
      case CASE_SUPPLEMENT_RECEIVED -> step(Stage.SUPPLEMENT_RECEIVED, "receivedAt");
      case CASE_SPECIAL_PROCEDURE_STARTED -> step(Stage.SPECIAL_PROCEDURE_STARTED, "startedAt");
      case CASE_SPECIAL_PROCEDURE_ENDED -> step(Stage.SPECIAL_PROCEDURE_ENDED, "endedAt");
      case CASE_COMPLETED -> step(Stage.COMPLETION, "completedAt");
      case CASE_COLLECTED -> step(Stage.COLLECTION, "collectedAt");
      case USE_AUTHORISED -> use();
      case USE_RECALLED ->
          new UseRecall(new UseCode(text(data, "useCode")), licence(), caseNumber(), usedBy());
      case USE_OBTAINED -> obtained();
      case FEEDBACK_REPORTED, FEEDBACK_ANSWERED, SCAN_TAKEN, SCAN_CHECKED, SCAN_REMINDED ->
          new FollowUpReader(data).step(type);
      case JOINT_OPENED -> new JointReader(data).step(type, holder(data.path("applicant")));
      case JOINT_CHECKED, JOINT_INSPECTED -> new JointReader(data).step(type, null);
      case LICENCE_EXPIRED ->
          new LicenceExpiry(
              licence(), new CreditCode(text(data, "issuer")), Moments.date(text(data, "validTo")));
    };
  }

  private UseObtained obtained() {
    return new UseObtained(
        new UseCode(text(data, "useCode")), text(data, "hub"), licence(), caseNumber(), usedBy());
  }

  private LicenceContent content() {
    return new LicenceContent(
        licence(),
        text(data, "name"),
        text(data, "number"),
        organisation("issuer"),
        region(),
        Moments.date(text(data, "issuedOn")),
        Moments.date(text(data, "validFrom")),
        day("validTo"),
        holders(),
        has("caseNumber") ? caseNumber() : null,
        has("replaces") ? LicenceIdentifier.parseInbound(text(data, "replaces")) : null,
        ChangeKind.find(text(data, "changeKind")).orElse(null),
        has("file") ? FileReader.one(data.path("file")) : null);
  }

  private LicenceStatusChange status(LicenceStatus status) {
    return new LicenceStatusChange(
        licence(),
        status,
        organisation("issuer"),
        region(),
        Moments.date(text(data, "effectiveOn")));
  }

  private CaseStep step(Stage stage, String moment) {
    return new CaseStep(
        caseNumber(),
        stage,
        data.path("sequence").asInt(1),
        Moments.time(text(data, moment)),
        organisation("department"),
        region(),
        has("applicant") ? holder(data.path("applicant")) : null,
        has("queryPassword") ? text(data, "queryPassword") : null,
        FileReader.ofMaterials(data));
  }

  private LicenceUse use() {
    return new LicenceUse(
        new UseCode(text(data, "useCode")),
        licence(),
        caseNumber(),
        usedBy(),
        text(data, "grant"),
        data.path("fields").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        data.path("copy").asBoolean(),
        Moments.time(text(data, "authorisedAt")),
        Moments.time(text(data, "expires")));
  }

  private LicenceIdentifier licence() {
    return LicenceIdentifier.parseInbound(text(data, "identifier"));
  }

  private CaseNumber caseNumber() {
    return new CaseNumber(text(data, "caseNumber"));
  }

  private CreditCode usedBy() {
    return new CreditCode(text(data, "organisation"));
  }

  private Stage stage() {
    return switch (text(data, "stage")) {
      case "handling" -> Stage.HANDLING;
      case "examination" -> Stage.EXAMINATION;
      default -> Stage.APPROVAL;
    };
  }

  private Organisation organisation(String key) {
    JsonNode node = data.path(key);
    return new Organisation(new CreditCode(text(node, "code")), text(node, "name"));
  }

  private RegionCode region() {
    return new RegionCode(text(data, "region"));
  }

  private List<Holder> holders() {
    List<Holder> holders = new ArrayList<>();
    data.path("holders").forEach(it -> holders.add(holder(it)));
    return holders;
  }

  private static Holder holder(JsonNode node) {
    HolderCodeType type = HolderCodeType.parse(text(node, "codeType"));
    return new Holder(text(node, "name"), new HolderCode(type, text(node, "code")));
  }

  private @Nullable LocalDate day(String key) {
    return has(key) ? Moments.date(text(data, key)) : null;
  }

  private boolean has(String key) {
    return data.hasNonNull(key);
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString();
  }
}
