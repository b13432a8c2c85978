package licencehub.routes.use;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import licencehub.library.Entry.Filing;
import licencehub.library.KeptSubmission;
import licencehub.library.Library;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Statement.UseObtained;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Remembers which hub gave a use code 异地用证, as events of this hub. */
public final class FarUses {
  private final Library library;
  private final OwnEvents events;

  public FarUses(Library library, OwnEvents events) {
    this.library = library;
    this.events = events;
  }

  /**
   * Writes down what another hub authorised; the same again changes nothing.
   *
   * @throws Unavailable when it could not be written: the codes must not be handed out
   */
  public void keep(List<FarUse> uses) {
    if (uses.isEmpty()) {
      return;
    }
    try {
      library.journal().file(List.copyOf(uses.stream().map(this::filing).toList())).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable it ? it : e;
    }
  }

  /** Which hub gave the code; empty for codes of this hub, and for none. */
  public Optional<UseObtained> find(UseCode code) {
    return library
        .submissions()
        .kept(SourceId.HUB, code.text())
        .map(KeptSubmission::event)
        .filter(it -> it.type() == EventType.USE_OBTAINED)
        .flatMap(events::read)
        .map(Event::statement)
        .map(UseObtained.class::cast);
  }

  private Filing filing(FarUse use) {
    ObjectNode data = JsonMapper.shared().createObjectNode();
    data.put("useCode", use.code().text());
    data.put("hub", use.hub());
    data.put("identifier", use.licence().toString());
    data.put("caseNumber", use.reason().caseNumber());
    data.put("item", use.reason().item());
    data.put("organisation", use.organisation().text());
    data.put("operator", use.reason().operator());
    data.put("purpose", use.reason().purpose());
    data.put("ledgerIndex", use.ledgerIndex());
    data.put("authorisedAt", use.authorisedAt().toString());
    data.put("expires", use.expires().toString());
    return events.filing(
        EventType.USE_OBTAINED, use.code().text(), use.code().text(), data, use.authorisedAt());
  }
}
