package licencehub.hub.federation;

import java.util.List;
import java.util.stream.Stream;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Concern;
import licencehub.library.CaseFile;
import licencehub.library.CaseRepository;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which steps a peer is given when one is come to: those of cases that concern its region, but for
 * those it gave itself. Once a step makes a case the peer's concern, it is given what came before.
 *
 * @param region of this hub
 */
record GivenCases(RegionCode region, CaseRepository cases) {
  private static final String CASE = "case.";

  List<HistoryEntry> at(HistoryEntry event, Peer peer) {
    RegionCode theirs = peer.card().region();
    if (!isCase(event.type()) || isFrom(peer, event)) {
      return List.of();
    }
    if (theirs.covers(region)) {
      return List.of(event);
    }
    List<HistoryEntry> before = before(event);
    if (concern(before).isOf(theirs)) {
      return List.of(event);
    }
    return concern(List.of(event)).isOf(theirs)
        ? Stream.concat(before.stream(), Stream.of(event)).filter(it -> !isFrom(peer, it)).toList()
        : List.of();
  }

  /** The steps of the same case that were filed earlier and stand. */
  private List<HistoryEntry> before(HistoryEntry event) {
    return cases
        .find(new CaseNumber(event.subject()))
        .map(CaseFile::steps)
        .orElse(List.of())
        .stream()
        .map(CaseFile.Step::event)
        .filter(it -> it.sequence() < event.sequence())
        .toList();
  }

  private static Concern concern(List<HistoryEntry> events) {
    return events.stream().map(it -> Concern.of(data(it))).reduce(Concern.NONE, Concern::and);
  }

  private static JsonNode data(HistoryEntry event) {
    return JsonMapper.shared().readTree(event.document()).path("data");
  }

  private static boolean isCase(EventType type) {
    return type.wire().startsWith(CASE);
  }

  private static boolean isFrom(Peer peer, HistoryEntry event) {
    return event.source().equals(SourceId.ofPeer(peer.hub()));
  }
}
