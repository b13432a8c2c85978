package licencehub.routes.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import licencehub.library.Entry;
import licencehub.library.HistoryEntry;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.model.Unavailable;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.submission.Outcome;
import licencehub.routes.lease.LeasedPosition;
import licencehub.sharing.followup.Recall;
import licencehub.sharing.followup.Recall.Reliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what is filed about licences that were used, and calls back the uses it concerns. How far
 * it has come is kept after the recalls are on disk: after a crash in between the same news makes
 * the same recalls, which count once.
 */
public final class Recalls {
  private static final Logger LOG = LoggerFactory.getLogger(Recalls.class);
  private static final String POSITION = "recalls";
  private static final int PAGE = 200;

  private final Library library;
  private final OwnEvents events;
  private final LeasedPosition position;

  private Recalls(Library library, OwnEvents events, LeasedPosition position) {
    this.library = library;
    this.events = events;
    this.position = position;
  }

  /**
   * Goes on where it stopped; in a library without uses it begins with what comes next.
   *
   * @param lease whose holder calls back
   */
  public static Recalls of(Library library, OwnEvents events, Lease lease) {
    String head = Long.toString(library.outbox().head());
    return new Recalls(
        library, events, new LeasedPosition(lease, library.positions(), POSITION, head));
  }

  /**
   * Takes in what was filed since, if it is this hub's to do; one caller at a time.
   *
   * @throws Unavailable when the library does not answer or write now: nothing is lost by it
   */
  public void follow() {
    position.catchUp(library.outbox(), library.uses()::newsOfUsed, this::recall);
  }

  private void recall(HistoryEntry news) {
    Optional<Event> event = events.read(news);
    if (event.isEmpty()) {
      LOG.error("event {} cannot be read any more: it calls nothing back", news.sequence());
    }
    Recall recall = event.flatMap(Recall::of).orElse(null);
    long after = -1;
    List<HistoryEntry> uses = List.of();
    while (recall != null && (after < 0 || uses.size() == PAGE)) {
      uses = library.uses().reliedOn(recall.licence(), after, news.sequence(), PAGE);
      Stream<Reliance> relied = uses.stream().map(events::use).map(Recalls::reliance);
      file(recall.notices(relied).map(it -> events.recalled(it, recall, news)).toList());
      after = uses.isEmpty() ? news.sequence() : uses.getLast().sequence();
    }
  }

  private void file(List<? extends Entry> recalls) {
    try {
      for (Outcome it : library.journal().file(new ArrayList<>(recalls)).join()) {
        if (it instanceof Outcome.Quarantined) {
          LOG.error("a recall was set aside: {}", it.word());
        }
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable it ? it : e;
    }
  }

  private static Reliance reliance(LicenceUse it) {
    return new Reliance(it.code(), it.licence(), it.caseNumber(), it.organisation(), it.at());
  }
}
