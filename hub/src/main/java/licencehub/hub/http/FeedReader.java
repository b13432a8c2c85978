package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.library.Joints;
import licencehub.library.Library;
import licencehub.routes.Sources;
import licencehub.routes.feed.FeedView;
import tools.jackson.core.JsonGenerator;

/**
 * What one subscriber may see of the change stream, whichever way it reaches him. A department gets
 * its own events and a peer all, as they were filed; supervisors and operators get all with persons
 * masked. Query passwords leave with none. The hub's own acts go to those they concern: see {@link
 * Ownership}; and so do joint applications: see {@link JointFeed}.
 */
public final class FeedReader implements FeedView {
  private final Ownership ownership;
  private final JointFeed joints;
  private final Caller caller;

  FeedReader(Ownership ownership, Joints joints, Caller caller) {
    this.ownership = ownership;
    this.joints = new JointFeed(joints);
    this.caller = caller;
  }

  /** A subscriber who reads by another way than this edge. */
  public static FeedView of(Sources sources, Library library, Caller caller) {
    return new FeedReader(new Ownership(sources, library.cases()), library.joints(), caller);
  }

  @Override
  public Optional<Seen> of(HistoryEntry event) {
    return sees(event)
        ? Optional.of(
            new Seen(
                Json.bytes(json -> write(json, event)),
                isMasked() ? Masking.text(event.subject()) : event.subject(),
                isMasked() || isNarrowed(event)))
        : Optional.empty();
  }

  boolean sees(HistoryEntry event) {
    return ownership.sees(caller, event) || joints.reaches(caller, event);
  }

  /** The CloudEvent as this subscriber gets it, on one line. */
  void write(JsonGenerator json, HistoryEntry event) {
    byte[] document = event.document();
    if (isMasked()) {
      json.writeTree(Masking.of(document));
    } else if (isNarrowed(event)) {
      json.writeTree(joints.narrowed(caller, event));
    } else if (new String(document, ISO_8859_1).contains("queryPassword")) {
      json.writeTree(Masking.withoutPasswords(document));
    } else {
      // Line ends stand only between the tokens of JSON: inside strings they are escaped.
      json.writeRawValue(new String(document, UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
  }

  /** Whether it reaches the caller for what it is about, not for who sent it. */
  private boolean isNarrowed(HistoryEntry event) {
    return !ownership.sees(caller, event);
  }

  private boolean isMasked() {
    return caller.role() != Role.DEPARTMENT && caller.role() != Role.PEER;
  }
}
