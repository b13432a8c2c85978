package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.CaseRepository;
import licencehub.library.HistoryEntry;
import licencehub.routes.Sources;
import licencehub.routes.feed.FeedView;
import tools.jackson.core.JsonGenerator;

/**
 * What one subscriber may see of the change stream, whichever way it reaches him. A department gets
 * its own events and a peer all, as they were filed; supervisors and operators get all with persons
 * masked. Query passwords leave with none. The hub's own acts go to those they concern: see {@link
 * Ownership}.
 */
public final class FeedReader implements FeedView {
  private final Ownership ownership;
  private final Caller caller;

  FeedReader(Ownership ownership, Caller caller) {
    this.ownership = ownership;
    this.caller = caller;
  }

  /** A subscriber who reads by another way than this edge. */
  public static FeedView of(Sources sources, CaseRepository cases, Caller caller) {
    return new FeedReader(new Ownership(sources, cases), caller);
  }

  @Override
  public Optional<Seen> of(HistoryEntry event) {
    return sees(event)
        ? Optional.of(
            new Seen(
                Json.bytes(json -> write(json, event)),
                isMasked() ? Masking.text(event.subject()) : event.subject(),
                isMasked()))
        : Optional.empty();
  }

  boolean sees(HistoryEntry event) {
    return ownership.sees(caller, event);
  }

  /** The CloudEvent as this subscriber gets it, on one line. */
  void write(JsonGenerator json, HistoryEntry event) {
    byte[] document = event.document();
    if (isMasked()) {
      json.writeTree(Masking.of(document));
    } else if (new String(document, ISO_8859_1).contains("queryPassword")) {
      json.writeTree(Masking.withoutPasswords(document));
    } else {
      // Line ends stand only between the tokens of JSON: inside strings they are escaped.
      json.writeRawValue(new String(document, UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
  }

  private boolean isMasked() {
    return caller.role() != Role.DEPARTMENT && caller.role() != Role.PEER;
  }
}
