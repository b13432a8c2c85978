package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.code.SourceId;
import licencehub.routes.Source;
import licencehub.routes.SourceState;
import licencehub.routes.Sources;

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
