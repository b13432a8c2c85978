package licencehub.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;

/** What was set aside, with its original bytes. */
public interface Quarantine {
  /** Open entries counted by source and first reason, most first. */
  List<Group> groups(@Nullable SourceId source);

  /**
   * Open entries, oldest first.
   *
   * @param source null for all
   * @param reasonCode the published code of the first reason; null for all
   * @param after the number the page starts behind, 0 for the first page
   */
  List<QuarantineEntry> list(
      @Nullable SourceId source, @Nullable String reasonCode, long after, int limit);

  Optional<QuarantineEntry> find(long number);

  /** Open entries whose reasons may pass and whose next attempt is due. */
  List<QuarantineEntry> due(Instant now, int limit);

  /**
   * @param number entries in it
   */
  record Group(SourceId source, String reasonCode, long number, Instant oldest, Instant newest) {}
}
