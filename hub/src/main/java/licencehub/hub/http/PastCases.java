package licencehub.hub.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.CaseFile;
import licencehub.library.HistoryEntry;
import licencehub.library.Library;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.sharing.Licence;
import licencehub.sharing.exemption.Enquiry;
import licencehub.sharing.exemption.PastCase;
import licencehub.sharing.item.Parties;
import tools.jackson.databind.JsonNode;

/**
 * Cases of the repository with what was known when they were applied for. An application tells the
 * applicant alone; licences are those that stand under his code today, as they were then.
 */
final class PastCases {
  private static final int SCANNED = 500;
  private final Library library;
  private final SharedLicences licences;

  PastCases(Library library, SharedLicences licences) {
    this.library = library;
    this.licences = licences;
  }

  /**
   * @param next the sequence up to which everything was looked at
   */
  record Page(List<PastCase> cases, long next) {}

  /** The cases of an item among the next stretch of the log; reads only. */
  Page after(long position, ItemCode item) {
    List<HistoryEntry> stretch = library.outbox().after(position, SCANNED);
    List<PastCase> cases = new ArrayList<>();
    for (HistoryEntry each : stretch) {
      if (each.type() == EventType.CASE_APPLIED && stands(each)) {
        past(each, item).ifPresent(cases::add);
      }
    }
    return new Page(cases, stretch.isEmpty() ? position : stretch.getLast().sequence());
  }

  /** An application that was reported again counts once. */
  private boolean stands(HistoryEntry application) {
    return library
        .cases()
        .find(new CaseNumber(application.subject()))
        .map(CaseFile::steps)
        .orElse(List.of())
        .stream()
        .anyMatch(it -> it.event().sequence() == application.sequence());
  }

  private Optional<PastCase> past(HistoryEntry application, ItemCode item) {
    JsonNode data = Json.MAPPER.readTree(application.document()).path("data");
    JsonNode applicant = data.path("applicant");
    String code = data.at("/item/code").asString("");
    if (!applicant.has("code") || code.isEmpty() || !item.covers(new ItemCode(code))) {
      return Optional.empty();
    }
    Holder holder =
        new Holder(
            applicant.path("name").asString(""),
            new HolderCode(
                HolderCodeType.parse(applicant.path("codeType").asString()),
                applicant.path("code").asString()));
    Instant then = application.happenedAt();
    List<Licence> held = licences.heldBy(List.of(holder), then, application.receivedAt());
    return Optional.of(
        new PastCase(
            new CaseNumber(application.subject()),
            new Enquiry(Parties.applicant(holder), held, List.of(), then)));
  }
}
