package licencehub.routes.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.FollowUp;
import licencehub.library.HistoryEntry;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.routes.lease.LeasedPosition;
import licencehub.routes.use.OwnEvents;
import licencehub.routes.use.StatedLicence;
import licencehub.sharing.Licence;
import licencehub.sharing.followup.Feedback;
import licencehub.sharing.followup.Feedback.State;
import licencehub.sharing.followup.Feedback.Step;
import licencehub.sharing.followup.Feedback.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is filed about licences that are reported wrong or missing: when the correction or
 * the licence arrives the ordinary way, the feedback is closed by it. The same news always makes
 * the same event, so that a crash in between repeats what counts once.
 */
public final class FeedbackClosing {
  private static final String POSITION = "feedback-closing";

  private final Library library;
  private final OwnJournal journal;
  private final OwnEvents own;
  private final FeedbackEvents events;
  private final LeasedPosition position;

  /**
   * @param lease whose holder closes
   */
  public FeedbackClosing(Library library, OwnEvents own, Lease lease) {
    this.library = library;
    this.journal = new OwnJournal(library);
    this.own = own;
    this.events = new FeedbackEvents(own);
    this.position = new LeasedPosition(lease, library.positions(), POSITION, "-1");
  }

  /**
   * Takes in what was filed since, if it is this hub's to do; one caller at a time.
   *
   * @throws licencehub.model.Unavailable when the library does not answer or write now: nothing is
   *     lost by it
   */
  public void follow() {
    position.catchUp(library.outbox(), library.followUps()::newsOfOpen, this::look);
  }

  private void look(HistoryEntry news) {
    Optional<Event> event = own.read(news);
    if (event.isEmpty() || !(event.get().statement() instanceof LicenceContent content)) {
      return;
    }
    Licence now = StatedLicence.of(content, news.document(), news.receivedAt());
    for (FollowUp each : concerned(content)) {
      if (each.opened() < news.sequence()) {
        FeedbackEvents.fold(library.followUps().events(each.number()))
            .filter(it -> mends(it, now))
            .ifPresent(it -> close(it.feedback(), now.identifier(), news));
      }
    }
  }

  private List<FollowUp> concerned(LicenceContent content) {
    LicenceIdentifier it = content.identifier();
    List<FollowUp> concerned = new ArrayList<>(library.followUps().openAbout(it.toString()));
    if (content.replaces() != null) {
      concerned.addAll(library.followUps().openAbout(content.replaces().toString()));
    }
    String issuer = content.speaker().code().text();
    concerned.addAll(library.followUps().openAbout(LicenceIdentifier.beginning(it.type(), issuer)));
    return concerned;
  }

  private boolean mends(FeedbackFile file, Licence now) {
    return switch (file.feedback().subject()) {
      case Subject.Missing(var type, HolderCode holder) ->
          now.identifier().type().equals(type) && now.isHeldBy(holder);
      case Subject.Wrong(LicenceIdentifier licence, Set<String> fields) -> {
        Licence before = contentBefore(licence, file.opened());
        yield before != null
            && fields.stream().anyMatch(it -> !before.values(it).equals(now.values(it)));
      }
    };
  }

  /** What the library said of a licence when it was reported wrong; null where that is gone. */
  private @Nullable Licence contentBefore(LicenceIdentifier licence, long opened) {
    HistoryEntry before = null;
    for (HistoryEntry each : library.licences().history(licence)) {
      boolean content = each.type().wire().matches("licence\\.(issued|changed)\\.v1");
      if (content && each.sequence() < opened) {
        before = each;
      }
    }
    if (before != null
        && own.read(before).map(Event::statement).orElse(null) instanceof LicenceContent content) {
      return StatedLicence.of(content, before.document(), before.receivedAt());
    }
    return null;
  }

  private void close(Feedback feedback, LicenceIdentifier right, HistoryEntry news) {
    Instant at = news.receivedAt();
    Instant last = feedback.steps().getLast().at();
    Step step =
        new Step(State.CORRECTED, feedback.issuer(), at.isBefore(last) ? last : at, "", right);
    String id = FeedbackEvents.idOf(feedback.id()) + "-closed-" + news.sequence();
    journal.file(events.answered(feedback, id, step, null, news.sequence()));
  }
}
