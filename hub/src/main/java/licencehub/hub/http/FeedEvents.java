package licencehub.hub.http;

import java.util.ArrayList;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.library.HistoryEntry;
import licencehub.library.Joints;
import licencehub.library.Outbox;
import tools.jackson.core.JsonGenerator;

/** The change stream page by page, as one subscriber may see it: see {@link FeedReader}. */
final class FeedEvents {
  private static final int SCANNED = 10_000;
  private static final int AT_ONCE = 500;

  private final Outbox outbox;
  private final FeedReader reader;

  FeedEvents(Outbox outbox, Ownership ownership, Joints joints, Caller caller) {
    this.outbox = outbox;
    this.reader = new FeedReader(ownership, joints, caller);
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
        if (reader.sees(event)) {
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
    reader.write(json, event);
  }
}
