package licencehub.library.sql;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import licencehub.library.HistoryEntry;
import licencehub.library.Outbox;
import licencehub.model.event.EventType;

/** The events, read in the order of their sequence. */
final class SqlOutbox implements Outbox {
  private static final String AFTER =
      "SELECT " + EventRows.COLUMNS + " FROM event e WHERE e.seq > ? ORDER BY e.seq LIMIT ?";

  private static final String LICENCES_AFTER =
      "SELECT %s FROM event e WHERE e.seq > ? AND e.type IN (%s) ORDER BY e.seq LIMIT ?"
          .formatted(
              EventRows.COLUMNS,
              Arrays.stream(EventType.values())
                  .filter(EventType::isLicence)
                  .map(it -> "'" + it.wire() + "'")
                  .collect(joining(", ")));

  private final Readers readers;
  private final EventRows events;
  private final Head head;

  SqlOutbox(Readers readers, EventRows events, Head head) {
    this.readers = readers;
    this.events = events;
    this.head = head;
  }

  @Override
  public List<HistoryEntry> after(long position, int limit) {
    return readers.ask(it -> it.list(AFTER, events::read, position, limit));
  }

  @Override
  public List<HistoryEntry> licencesAfter(long position, int limit) {
    return readers.ask(it -> it.list(LICENCES_AFTER, events::read, position, limit));
  }

  @Override
  public long head() {
    return head.sequence();
  }

  @Override
  public boolean await(long position, Duration patience) {
    return head.await(position, patience);
  }
}
