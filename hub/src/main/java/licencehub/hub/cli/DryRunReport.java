package licencehub.hub.cli;

import java.util.List;
import licencehub.connectors.Discovered;
import licencehub.model.Text;

/**
 * What a dry run came to.
 *
 * @param completed whether every step could be taken
 * @param changes what is different at the source afterwards; empty proves it was left alone
 */
record DryRunReport(
    List<LiveProbe.Done> steps,
    List<Discovered> offers,
    Judgement judgement,
    boolean completed,
    boolean compared,
    List<Text> changes) {
  DryRunReport {
    steps = List.copyOf(steps);
    offers = List.copyOf(offers);
    changes = List.copyOf(changes);
  }

  /**
   * Done; partly when some records would be set aside; failed when a step did or anything moved.
   */
  Exit exit() {
    if (!completed || !changes.isEmpty()) {
      return Exit.FAILED;
    }
    return judgement.fit() == judgement.entries().size() ? Exit.OK : Exit.PARTLY;
  }
}
