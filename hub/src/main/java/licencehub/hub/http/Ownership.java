package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.SourceId;
import licencehub.routes.Source;
import licencehub.routes.SourceState;
import licencehub.routes.Sources;
import tools.jackson.databind.JsonNode;

/** Which sources are whose. */
final class Ownership {
  private final Sources sources;

  Ownership(Sources sources) {
    this.sources = sources;
  }

  /** Whether the caller may see what this source sent: a department its own, others all. */
  boolean sees(Caller caller, SourceId source) {
    return caller.role() != Role.DEPARTMENT || owned(caller, source).isPresent();
  }

  /**
   * Whether the caller may read this event. What the hub itself did with a licence is the business
   * of the organisation that used it, of those who speak for its issuer, and of those who watch
   * over them; auditors read nothing else.
   */
  boolean sees(Caller caller, HistoryEntry event) {
    if (!event.type().isHubs()) {
      return caller.role() != Role.AUDITOR && sees(caller, event.source());
    }
    return switch (caller.role()) {
      case SUPERVISOR, AUDITOR -> true;
      case DEPARTMENT -> concerns(caller, event);
      case APPROVER, AGENT, OPERATOR, PEER, PUBLIC -> false;
    };
  }

  private boolean concerns(Caller caller, HistoryEntry event) {
    JsonNode data = Json.MAPPER.readTree(event.document()).path("data");
    Optional<CreditCode> issuer =
        LicenceIdentifier.parseInbound(data.path("identifier").asString()).issuerCode();
    return caller.actsFor(new CreditCode(data.path("organisation").asString()))
        || issuer.filter(it -> caller.actsFor(it) || speaksFor(caller, it)).isPresent();
  }

  private boolean speaksFor(Caller caller, CreditCode issuer) {
    return owned(caller).stream()
        .flatMap(it -> sources.find(it).stream())
        .anyMatch(it -> it.rules().mandate().speakers().contains(issuer));
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
