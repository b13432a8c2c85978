package licencehub.hub.http;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.CaseRepository;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;
import licencehub.routes.Source;
import licencehub.routes.SourceState;
import licencehub.routes.Sources;
import tools.jackson.databind.JsonNode;

/** Which sources are whose. */
final class Ownership {
  private final Sources sources;
  private final CaseParties parties;

  Ownership(Sources sources, CaseRepository cases) {
    this.sources = sources;
    this.parties = new CaseParties(cases);
  }

  /** Whether the caller may see what this source sent: a department its own, others all. */
  boolean sees(Caller caller, SourceId source) {
    return caller.role() != Role.DEPARTMENT || owned(caller, source).isPresent();
  }

  /**
   * Whether the caller may read this event. What another hub tells of a case is for the departments
   * that have to do with the case. What the hub itself did with a licence is the business of the
   * organisation that used it, of those who speak for its issuer, and of those who watch over them;
   * auditors read nothing else. That a licence has ended follows from what is known of it to
   * everybody who gets licences.
   */
  boolean sees(Caller caller, HistoryEntry event) {
    if (!event.type().isHubs()) {
      return caller.role() != Role.AUDITOR
          && (sees(caller, event.source()) || (event.source().isPeers() && isParty(caller, event)));
    }
    return switch (caller.role()) {
      case SUPERVISOR, AUDITOR -> true;
      case DEPARTMENT -> concerns(caller, event);
      case OPERATOR, PEER -> event.type() == EventType.LICENCE_EXPIRED;
      case APPROVER, AGENT, PUBLIC -> false;
    };
  }

  /** Whether the caller's organisation has to do with the case of this step. */
  boolean isParty(Caller caller, HistoryEntry event) {
    return !Collections.disjoint(parties.of(event), voices(caller));
  }

  private boolean concerns(Caller caller, HistoryEntry event) {
    JsonNode data = Json.MAPPER.readTree(event.document()).path("data");
    String organisation = data.path("organisation").asString("");
    return (!organisation.isEmpty() && caller.actsFor(new CreditCode(organisation)))
        || issuer(data).filter(voices(caller)::contains).isPresent();
  }

  private static Optional<CreditCode> issuer(JsonNode data) {
    if (data.has("issuer")) {
      return Optional.of(new CreditCode(data.path("issuer").asString()));
    }
    return data.has("identifier")
        ? LicenceIdentifier.parseInbound(data.path("identifier").asString()).issuerCode()
        : Optional.empty();
  }

  /** The issuers a department is, or speaks for by one of its sources. */
  Set<CreditCode> voices(Caller caller) {
    Set<CreditCode> voices = new HashSet<>();
    CreditCode own = caller.department();
    if (own != null) {
      voices.add(own);
    }
    owned(caller).stream()
        .flatMap(it -> sources.find(it).stream())
        .forEach(it -> voices.addAll(it.rules().mandate().speakers()));
    return voices;
  }

  /** The source, if it is the calling department's. */
  Optional<Source> owned(Caller caller, SourceId source) {
    return sources
        .find(source)
        .filter(it -> caller.actsFor(it.rules().config().department().code()));
  }

  /** The sources of the calling department. */
  List<SourceId> owned(Caller caller) {
    return sources.states().stream()
        .filter(it -> caller.actsFor(it.department().code()))
        .map(SourceState::source)
        .toList();
  }
}
