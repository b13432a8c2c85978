package licencehub.routes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.library.Entry.Filing;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.EventType;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.followup.Feedback;
import licencehub.sharing.followup.Feedback.Step;
import licencehub.sharing.followup.Feedback.Subject;
import licencehub.sharing.followup.Transition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Feedback as events of the hub, and back. */
public record FeedbackEvents(OwnEvents own) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Comparator<HistoryEntry> AS_FILED =
      Comparator.comparingLong(HistoryEntry::sequence);

  static String idOf(String number) {
    return "feedback-" + number;
  }

  /** That a licence is wrong or missing. */
  Filing reported(FeedbackReport report, CreditCode issuer, LocalDate dueOn, Instant at) {
    ObjectNode data = data(report.followUp(), report.organisation(), issuer);
    data.put("item", report.item().text());
    data.put("caseNumber", report.caseNumber().text());
    data.put("operator", report.operator());
    data.put("purpose", report.purpose());
    data.put("dueOn", dueOn.toString());
    switch (report.subject()) {
      case Subject.Wrong(LicenceIdentifier licence, Set<String> fields) -> {
        ObjectNode wrong = data.putObject("wrong");
        wrong.put("identifier", licence.toString());
        var list = wrong.putArray("fields");
        for (String field : fields.stream().sorted().toList()) {
          ObjectNode one = list.addObject().put("name", field);
          if (report.shouldBe().containsKey(field)) {
            one.put("shouldBe", report.shouldBe().get(field));
          }
        }
      }
      case Subject.Missing(LicenceTypeCode type, HolderCode holder) -> {
        ObjectNode missing = data.putObject("missing").put("type", type.text());
        missing
            .putObject("holder")
            .put("codeType", holder.type().code())
            .put("code", holder.value());
      }
    }
    String number = report.followUp();
    return own.filing(EventType.FEEDBACK_REPORTED, idOf(number), number, data, at);
  }

  /**
   * One answer.
   *
   * @param id of the event
   * @param operator who answered; null where the hub saw it itself
   * @param news sequence of the licence event by which the hub closes it; null where it does not
   */
  Filing answered(
      Feedback feedback, String id, Step step, @Nullable String operator, @Nullable Long news) {
    ObjectNode data = data(feedback.id(), feedback.reporter(), feedback.issuer());
    data.put("state", step.state().wire());
    if (operator != null) {
      data.put("operator", operator);
    }
    if (!step.note().isBlank()) {
      data.put("reason", step.note());
    }
    if (step.licence() != null) {
      data.put("licence", step.licence().toString());
    }
    if (news != null) {
      data.put("ledgerIndex", news);
    }
    return own.filing(EventType.FEEDBACK_ANSWERED, id, feedback.id(), data, step.at());
  }

  /**
   * What the events of one number add up to, in whatever order and however often they are given. An
   * answer that the rules do not allow where it stands stays in the log and counts for nothing.
   */
  public static Optional<FeedbackFile> fold(List<HistoryEntry> events) {
    List<HistoryEntry> sorted = new ArrayList<>(events);
    sorted.sort(AS_FILED);
    FeedbackFile file = null;
    Set<String> seen = new HashSet<>();
    for (HistoryEntry each : sorted) {
      JsonNode data = JSON.readTree(each.document()).path("data");
      if (!seen.add(each.id())) {
        continue;
      }
      if (file == null) {
        file = each.type() == EventType.FEEDBACK_REPORTED ? opened(each, data) : null;
      } else if (moved(file.feedback(), each, data)
          instanceof Transition.Done<Feedback>(Feedback next)) {
        file = file.with(next);
      }
    }
    return Optional.ofNullable(file);
  }

  private static FeedbackFile opened(HistoryEntry event, JsonNode data) {
    Map<String, String> shouldBe = new HashMap<>();
    for (JsonNode field : data.at("/wrong/fields")) {
      if (field.has("shouldBe")) {
        shouldBe.put(field.path("name").asString(), field.path("shouldBe").asString());
      }
    }
    Feedback feedback =
        Feedback.report(
            event.subject(),
            subject(data),
            new CreditCode(data.path("issuer").asString()),
            new CreditCode(data.path("organisation").asString()),
            new CaseNumber(data.path("caseNumber").asString()),
            event.happenedAt());
    return new FeedbackFile(
        feedback,
        new ItemCode(data.path("item").asString()),
        data.path("operator").asString(),
        data.path("purpose").asString(),
        shouldBe,
        LocalDate.parse(data.path("dueOn").asString()),
        event.sequence());
  }

  private static Subject subject(JsonNode data) {
    if (data.has("wrong")) {
      Set<String> fields = new HashSet<>();
      data.at("/wrong/fields").forEach(it -> fields.add(it.path("name").asString()));
      return new Subject.Wrong(
          LicenceIdentifier.parseInbound(data.at("/wrong/identifier").asString()), fields);
    }
    JsonNode holder = data.at("/missing/holder");
    return new Subject.Missing(
        new LicenceTypeCode(data.at("/missing/type").asString()),
        new HolderCode(
            HolderCodeType.parse(holder.path("codeType").asString()),
            holder.path("code").asString()));
  }

  private static Transition<Feedback> moved(Feedback it, HistoryEntry event, JsonNode data) {
    CreditCode by = new CreditCode(data.path("issuer").asString());
    String note = data.path("reason").asString("");
    return switch (data.path("state").asString()) {
      case "accepted" -> it.acknowledge(by, event.happenedAt());
      case "corrected" ->
          it.correct(
              by,
              event.happenedAt(),
              LicenceIdentifier.parseInbound(data.path("licence").asString()));
      default -> it.refuse(by, event.happenedAt(), note);
    };
  }

  private static ObjectNode data(String number, CreditCode organisation, CreditCode issuer) {
    return JSON.createObjectNode()
        .put("followUp", number)
        .put("organisation", organisation.text())
        .put("issuer", issuer.text());
  }
}
