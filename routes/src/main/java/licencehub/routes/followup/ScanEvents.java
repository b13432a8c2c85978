package licencehub.routes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.Entry.Filing;
import licencehub.library.FollowUp;
import licencehub.library.HistoryEntry;
import licencehub.model.Digest;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.event.EventType;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.Scan;
import licencehub.sharing.followup.Scan.Settlement;
import licencehub.sharing.followup.Transition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scans taken on trust as events of the hub, and back. */
public record ScanEvents(OwnEvents own) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Comparator<HistoryEntry> AS_FILED =
      Comparator.comparingLong(HistoryEntry::sequence);

  static String idOf(String number) {
    return "scan-" + number;
  }

  /** That one was taken. */
  Filing taken(ScanReport report, LocalDate dueOn, Instant at) {
    ObjectNode data = data(report.followUp(), report.organisation());
    data.put("item", report.item().text());
    data.put("caseNumber", report.caseNumber().text());
    data.put("document", report.document());
    data.put("operator", report.operator());
    data.put("purpose", report.purpose());
    data.put("digest", report.digest().toString());
    data.put("dueOn", dueOn.toString());
    String number = report.followUp();
    return own.filing(EventType.SCAN_TAKEN, idOf(number), number, data, at);
  }

  /** That it was checked, put off or withdrawn. */
  Filing checked(ScanFile file, ScanDesk.Check check, Instant at) {
    String number = file.scan().id();
    ObjectNode data = data(number, file.organisation());
    data.put("state", check.result().wire());
    data.put("operator", check.operator());
    data.put("evidence", check.evidence());
    if (check.result() == ScanDesk.Result.EXTENDED && check.dueOn() != null) {
      data.put("dueOn", check.dueOn().toString());
    }
    String id = idOf(number) + "-" + (file.steps() + 1);
    return own.filing(EventType.SCAN_CHECKED, id, number, data, at);
  }

  /**
   * That its last day is near, or past. The same for the same day, so that nobody is told twice.
   */
  Filing reminded(FollowUp matter, boolean overdue) {
    ObjectNode data = data(matter.number(), matter.organisation());
    int blank = matter.about().indexOf(' ');
    data.put("caseNumber", matter.about().substring(0, blank));
    data.put("document", matter.about().substring(blank + 1));
    data.put("dueOn", matter.dueOn().toString());
    data.put("urgency", overdue ? "overdue" : "due");
    String id =
        "remind-" + matter.number() + "-" + matter.dueOn() + (overdue ? "-overdue" : "-due");
    Instant at = ChinaTime.startOf(overdue ? matter.dueOn().plusDays(1) : matter.dueOn());
    return own.filing(EventType.SCAN_REMINDED, id, matter.number(), data, at);
  }

  /**
   * What the events of one number add up to, in whatever order and however often they are given. A
   * check that the rules do not allow where it stands stays in the log and counts for nothing.
   */
  public static Optional<ScanFile> fold(List<HistoryEntry> events) {
    List<HistoryEntry> sorted = new ArrayList<>(events);
    sorted.sort(AS_FILED);
    ScanFile file = null;
    Set<String> seen = new HashSet<>();
    for (HistoryEntry each : sorted) {
      JsonNode data = JSON.readTree(each.document()).path("data");
      if (!seen.add(each.id()) || each.type() == EventType.SCAN_REMINDED) {
        continue;
      }
      if (file == null) {
        file = each.type() == EventType.SCAN_TAKEN ? taken(each, data) : null;
      } else {
        Scan next =
            moved(file.scan(), each, data) instanceof Transition.Done<Scan>(Scan moved)
                ? moved
                : file.scan();
        file =
            new ScanFile(
                next,
                file.organisation(),
                file.item(),
                file.digest(),
                file.steps() + 1,
                file.opened());
      }
    }
    return Optional.ofNullable(file);
  }

  private static ScanFile taken(HistoryEntry event, JsonNode data) {
    return new ScanFile(
        Scan.take(
            event.subject(),
            new CaseNumber(data.path("caseNumber").asString()),
            data.path("document").asString(),
            data.path("operator").asString(),
            event.happenedAt(),
            LocalDate.parse(data.path("dueOn").asString())),
        new CreditCode(data.path("organisation").asString()),
        new ItemCode(data.path("item").asString()),
        Digest.parse(data.path("digest").asString()),
        1,
        event.sequence());
  }

  private static Transition<Scan> moved(Scan it, HistoryEntry event, JsonNode data) {
    Settlement how =
        new Settlement(
            data.path("operator").asString(), event.happenedAt(), data.path("evidence").asString());
    return switch (data.path("state").asString()) {
      case "passed" -> it.confirm(how);
      case "failed" -> it.refute(how);
      case "withdrawn" -> it.withdraw(how);
      default ->
          it.extend(
              LocalDate.parse(data.path("dueOn").asString()), ChinaTime.dayOf(event.happenedAt()));
    };
  }

  private static ObjectNode data(String number, CreditCode organisation) {
    return JSON.createObjectNode().put("followUp", number).put("organisation", organisation.text());
  }
}
