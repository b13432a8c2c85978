package licencehub.hub.audit;

import java.util.List;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive;
import licencehub.library.Library;
import licencehub.library.ProgressListener;
import licencehub.model.ledger.Checkpoint;
import licencehub.schemas.Catalogue;

/**
 * Whether a repository is what its ledger says. The bytes found are believed as far as they add up
 * to the root that was signed; everything else must follow from those bytes.
 *
 * @param keys of the ledger; each must have signed every checkpoint
 * @param remembered checkpoints, as notes, that were published before and kept elsewhere: a hub
 *     that rewrote its ledger cannot have the new one add up to them
 */
public record Audit(List<VerifierKey> keys, List<String> remembered) {
  public Audit {
    keys = List.copyOf(keys);
    remembered = List.copyOf(remembered);
  }

  /** The empty library that everything is replayed into. */
  public interface Bench {
    Library library();

    /** The library as it stands after the replay. */
    Archive archive();
  }

  /**
   * @param archive the repository, which nothing is written to
   * @param progress is told of entries of the ledger
   */
  public AuditReport run(Archive archive, Bench bench, ProgressListener progress) {
    AuditReport.Draft draft = new AuditReport.Draft();
    Checkpoint latest = archive.latest().orElse(null);
    long entries = latest == null ? 0 : latest.size();
    // What was accepted was small enough then, whatever the limit is now.
    Catalogue catalogue = new Catalogue(Integer.MAX_VALUE);
    Replay replay = new Replay(archive, bench.library().journal(), catalogue, draft);
    replay.run(entries, progress);
    try (Archive expected = bench.archive()) {
      for (Archive.Part part : Archive.Part.values()) {
        new Comparison(part, replay.standIns(), draft).run(archive, expected);
      }
    }
    Roots roots = new Roots(keys, entries, bench.library().ledger(), draft);
    if (latest != null) {
      roots.check(latest.note(), Roots.NEWEST);
    }
    remembered.forEach(it -> roots.check(it, Roots.KEPT));
    return draft.report(entries);
  }
}
