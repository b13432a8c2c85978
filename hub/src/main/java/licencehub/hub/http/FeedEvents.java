package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.library.HistoryEntry;
import licencehub.library.Outbox;
import tools.jackson.core.JsonGenerator;

/**
 * What one subscriber gets of the change stream. A department gets its own events and a peer all,
 * as they were filed; supervisors and operators get all with persons masked. Query passwords leave
 * with none. The hub's own acts go to those they concern: see {@link Ownership}.
 */
final class FeedEvents {
  private static final int SCANNED = 10_000;
  private static final int AT_ONCE = 500;

  private final Outbox outbox;
  private final Ownership ownership;
  private final Caller caller;

  FeedEvents(Outbox outbox, Ownership ownership, Caller caller) {
    this.outbox = outbox;
    this.ownership = ownership;
    this.caller = caller;
  }

  /**
   * @param next the position up to which everything was looked at
   */
  record Page(List<HistoryEntry> events, long next) {}

  /** The caller's events after a position; the page moves on over those of others. */
  Page after(long position, int limit) {
    List<HistoryEntry> events = new ArrayList<>();
    long next = position;
    for (int scanned = 0; scanned < SCANNED && events.isEmpty(); scanned += AT_ONCE) {
      List<HistoryEntry> batch = outbox.after(next, Math.max(limit, AT_ONCE));
      for (HistoryEntry event : batch) {
        if (events.size() == limit) {
          return new Page(events, next);
        }
        next = event.sequence();
        if (ownership.sees(caller, event)) {
          events.add(event);
        }
      }
      if (batch.isEmpty()) {
        break;
      }
    }
    return new Page(events, next);
  }

  /** The CloudEvent as this caller gets it, on one line. */
  void write(JsonGenerator json, HistoryEntry event) {
    byte[] document = event.document();
    if (caller.role() != Role.DEPARTMENT && caller.role() != Role.PEER) {
      json.writeTree(Masking.of(document));
    } else if (new String(document, ISO_8859_1).contains("queryPassword")) {
      json.writeTree(Masking.withoutPasswords(document));
    } else {
      // Line ends stand only between the tokens of JSON: inside strings they are escaped.
      json.writeRawValue(new String(document, UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
  }
}
