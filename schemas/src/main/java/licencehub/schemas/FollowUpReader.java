package licencehub.schemas;

import java.time.LocalDate;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.EventType;
import licencehub.model.event.FollowUpMove;
import licencehub.model.event.Statement.FollowUpStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the typed step of a document about feedback or about a scan taken on trust. */
final class FollowUpReader {
  private final JsonNode data;

  FollowUpReader(JsonNode data) {
    this.data = data;
  }

  FollowUpStep step(EventType type) {
    String due = data.path("dueOn").asString("");
    LocalDate dueOn = due.isEmpty() ? null : Moments.date(due);
    return new FollowUpStep(
        data.path("followUp").asString(),
        move(type),
        new CreditCode(data.path("organisation").asString()),
        issuer(),
        about(type),
        dueOn);
  }

  private FollowUpMove move(EventType type) {
    String state = data.path("state").asString("");
    return switch (type) {
      case FEEDBACK_REPORTED, SCAN_TAKEN -> FollowUpMove.OPENS;
      case SCAN_REMINDED ->
          data.path("urgency").asString("").equals("due")
              ? FollowUpMove.REMINDS
              : FollowUpMove.WARNS;
      case FEEDBACK_ANSWERED ->
          state.equals("accepted") ? FollowUpMove.GOES_ON : FollowUpMove.SETTLES;
      default -> state.equals("extended") ? FollowUpMove.EXTENDS : FollowUpMove.SETTLES;
    };
  }

  private @Nullable CreditCode issuer() {
    return data.has("issuer") ? new CreditCode(data.path("issuer").asString()) : null;
  }

  /** Of a missing licence the beginning that all identifiers of its type and issuer share. */
  private String about(EventType type) {
    if (type == EventType.SCAN_TAKEN) {
      return data.path("caseNumber").asString() + " " + data.path("document").asString();
    }
    if (type != EventType.FEEDBACK_REPORTED) {
      return "";
    }
    return data.has("wrong")
        ? data.at("/wrong/identifier").asString()
        : LicenceIdentifier.beginning(
            new LicenceTypeCode(data.at("/missing/type").asString()),
            data.path("issuer").asString());
  }
}
