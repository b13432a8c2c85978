package licencehub.library;

import java.util.Optional;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;

/** What became of submissions. */
public interface Submissions {
  /**
   * The standing outcome of the sender's event: accepted or superseded with receipt, or
   * quarantined.
   */
  Optional<Outcome> find(SourceId source, String id);

  /** Everything that is kept of what was filed under the sender's number. */
  Optional<KeptSubmission> kept(SourceId source, String id);
}
