package licencehub.routes.use;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.library.HistoryEntry;
import licencehub.model.Fault;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;
import licencehub.sharing.followup.Recall;
import licencehub.sharing.followup.Recall.Notice;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Use;
import licencehub.sharing.use.UseRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the events the hub states of its own acts. Whatever it writes meets the schema
 * it publishes: it goes through the same catalogue as what departments send.
 */
public final class OwnEvents {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MEDIA_TYPE = "application/cloudevents+json";

  /** The largest document a hub can be told to take: a lower limit later must not hide one. */
  private static final int MOST_BYTES = 64 << 20;

  private final Catalogue catalogue;

  public OwnEvents(Catalogue catalogue) {
    this.catalogue = catalogue.taking(MOST_BYTES);
  }

  /** That a use was authorised. Of the holder it says nothing beyond the licence's identifier. */
  Filing authorised(UseRequest request, Use use) {
    ObjectNode data = JSON.createObjectNode();
    data.put("useCode", use.code().text());
    data.put("identifier", use.licence().toString());
    data.put("caseNumber", use.caseNumber().text());
    data.put("item", request.item().text());
    data.put("organisation", request.organisation().text());
    data.put("operator", request.operator());
    data.put("purpose", request.purpose());
    data.put("basis", request.basis().kind().wire());
    String evidence = evidence(request.basis());
    if (evidence != null) {
      data.put("evidence", evidence);
    }
    use.fields().stream().sorted().forEach(data.putArray("fields")::add);
    data.put("copy", use.copy());
    data.put("grant", use.grant());
    data.put("authorisedAt", use.at().toString());
    data.put("expires", use.expires().toString());
    return filing(EventType.USE_AUTHORISED, use.code().text(), use.code().text(), data, use.at());
  }

  /**
   * That a use is called back. The same news always makes the same event, so that filing it again
   * changes nothing.
   *
   * @param news the event about the licence
   */
  Filing recalled(Notice notice, Recall recall, HistoryEntry news) {
    Recall.Reliance use = notice.reliance();
    ObjectNode data = JSON.createObjectNode();
    data.put("useCode", use.code().text());
    data.put("identifier", use.licence().toString());
    data.put("caseNumber", use.caseNumber().text());
    data.put("organisation", use.caller().text());
    data.put("usedAt", use.at().toString());
    data.put("cause", recall.cause().wire());
    data.put("certainty", notice.certainty().wire());
    data.put("effectiveAt", recall.effective().toString());
    data.put("ledgerIndex", news.sequence());
    String id = "recall-" + news.sequence() + "-" + use.code();
    return filing(EventType.USE_RECALLED, id, use.code().text(), data, news.receivedAt());
  }

  /** What a recorded use says. */
  LicenceUse use(HistoryEntry entry) {
    if (event(entry.document()).statement() instanceof LicenceUse use) {
      return use;
    }
    throw new IllegalStateException(entry.type() + " is no use");
  }

  /** What was filed, as it is read today; empty for what was sound by an older schema alone. */
  public Optional<Event> read(HistoryEntry entry) {
    return catalogue.check(entry.document()) instanceof Checked.Sound(Event event)
        ? Optional.of(event)
        : Optional.empty();
  }

  private Event event(byte[] document) {
    return switch (catalogue.check(document)) {
      case Checked.Sound(Event event) -> event;
      case Checked.Unsound it ->
          throw new IllegalStateException(
              "an event does not meet its schema at "
                  + it.faults().stream().map(Fault::path).collect(Collectors.joining(", ")));
    };
  }

  /**
   * An event of the hub, ready to be filed.
   *
   * @param id the same for the same event, so that filing it again changes nothing
   */
  public Filing filing(EventType type, String id, String subject, ObjectNode data, Instant at) {
    ObjectNode root = JSON.createObjectNode();
    root.put("specversion", "1.0");
    root.put("id", id);
    root.put("source", "/sources/" + SourceId.HUB);
    root.put("type", type.wire());
    root.put("subject", subject);
    root.put("time", at.toString());
    root.put("recordversion", 1);
    root.put("datacontenttype", "application/json");
    root.set("data", data);
    byte[] document = root.toString().getBytes(UTF_8);
    return new Filing(
        event(document), new Original(document, MEDIA_TYPE, type.wire(), at), document, null, null);
  }

  private static @Nullable String evidence(Basis basis) {
    return switch (basis) {
      case Basis.ByFunction it -> null;
      case Basis.HolderConsent it -> it.evidence();
      case Basis.Entrusted it -> it.evidence();
    };
  }
}
