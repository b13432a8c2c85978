package licencehub.library;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import licencehub.model.submission.SentNumber;

/** What became of submissions. */
public interface Submissions {
  /**
   * The standing outcome of the sender's event: accepted or superseded with receipt, or
   * quarantined.
   */
  Optional<Outcome> find(SourceId source, String id);

  /**
   * What a source's sender called what was received from it in a time, in no order; accepted and
   * superseded alike. Reads nothing but numbers.
   *
   * @param until not included
   * @param limit no more than so many
   */
  List<SentNumber> received(SourceId source, Instant from, Instant until, int limit);

  /**
   * Which versions are here of what a sender calls so, whenever they came; others are not in it.
   */
  Map<String, Long> versions(SourceId source, Collection<String> ids);

  /** Everything that is kept of what was filed under the sender's number. */
  Optional<KeptSubmission> kept(SourceId source, String id);
}
