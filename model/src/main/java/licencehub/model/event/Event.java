package licencehub.model.event;

import java.time.Instant;
import licencehub.model.code.SourceId;

/**
 * One checked CloudEvent from a department.
 *
 * @param id the sender's own number, unique within the source
 * @param subject licence identifier or case number, as text
 * @param time when it happened at the department
 * @param version counts re-reports of the same thing from 1; the highest stands
 */
public record Event(
    SourceId source,
    String id,
    EventType type,
    String subject,
    Instant time,
    long version,
    Statement statement) {}
