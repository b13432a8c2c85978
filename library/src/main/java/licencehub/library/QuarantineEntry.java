package licencehub.library;

import java.time.Instant;
import java.util.List;
import licencehub.library.Entry.Original;
import licencehub.model.Fault;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * One submission that was set aside.
 *
 * @param id the sender's number, where it could be read
 * @param attempts how often it was tried, from 1
 * @param nextAttempt when it is tried again by itself; null when only a person can replay it
 * @param settledAs the word of the outcome that settled it; null while it is open
 */
public record QuarantineEntry(
    long number,
    SourceId source,
    @Nullable String id,
    Original original,
    List<Fault> faults,
    int attempts,
    @Nullable Instant nextAttempt,
    @Nullable String settledAs) {
  public QuarantineEntry {
    faults = List.copyOf(faults);
  }
}
