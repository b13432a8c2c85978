package licencehub.library;

import java.time.Instant;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;

/**
 * One filed event as it is read back. Times are kept to the microsecond.
 *
 * @param sequence its place in the repository and in the ledger, from 0
 * @param document the canonical CloudEvent, UTF-8 JSON
 * @param happenedAt by the department's account: a case step's own moment, else the event's time
 * @param receivedAt by the hub's clock
 */
public record HistoryEntry(
    long sequence,
    SourceId source,
    String id,
    EventType type,
    String subject,
    long version,
    Instant happenedAt,
    Instant receivedAt,
    byte[] document) {}
