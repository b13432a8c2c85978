package licencehub.routes;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.RawRecord;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;

/** Turns quarantine entries back into submissions, under their source's rules of today. */
public final class DueEntries {
  private static final int AT_A_TIME = 200;
  private final Quarantine quarantine;
  private final Sources sources;
  private final InstantSource clock;

  public DueEntries(Quarantine quarantine, Sources sources, InstantSource clock) {
    this.quarantine = quarantine;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * Those whose next attempt is due; entries of sources no longer configured stay where they are.
   */
  Submissions next() {
    return submissions(quarantine.due(clock.instant(), AT_A_TIME));
  }

  Submissions submissions(List<QuarantineEntry> entries) {
    return new Submissions(entries.stream().flatMap(it -> submission(it).stream()).toList());
  }

  private Optional<Submission> submission(QuarantineEntry entry) {
    return sources
        .find(entry.source())
        .map(
            source ->
                new Submission(
                    source.rules(),
                    new RawRecord(
                        entry.original().bytes(),
                        entry.original().mediaType(),
                        entry.original().locator()),
                    entry.original().receivedAt(),
                    entry.number(),
                    new Submission.Stage.Received()));
  }
}
