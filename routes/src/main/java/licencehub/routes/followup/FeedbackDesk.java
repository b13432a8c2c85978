package licencehub.routes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.Library;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.ledger.Receipt;
import licencehub.routes.use.LicenceLookup;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.followup.Feedback;
import licencehub.sharing.followup.Feedback.State;
import licencehub.sharing.followup.Feedback.Subject;
import licencehub.sharing.followup.FollowUpPolicy;
import licencehub.sharing.followup.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Takes feedback to issuers and their answers. One at a time: whatever is decided here is decided
 * on what stands.
 */
public final class FeedbackDesk {
  private final Library library;
  private final OwnJournal journal;
  private final LicenceLookup licences;
  private final FollowUpPolicy policy;
  private final FeedbackEvents events;

  public FeedbackDesk(
      Library library, LicenceLookup licences, FollowUpPolicy policy, FeedbackEvents events) {
    this.library = library;
    this.journal = new OwnJournal(library);
    this.licences = licences;
    this.policy = policy;
    this.events = events;
  }

  /**
   * What an issuer says.
   *
   * @param licence what says it right; only for corrected
   */
  public record Reply(
      State state, String operator, String note, @Nullable LicenceIdentifier licence) {}

  /** The feedback of a number, as it stands. */
  public Optional<FeedbackFile> find(String number) {
    return FeedbackEvents.fold(library.followUps().events(number));
  }

  /** Reports it; the same number again is the same report. */
  public synchronized FeedbackAnswer report(FeedbackReport report, Instant at) {
    String number = report.followUp();
    List<HistoryEntry> before = library.followUps().events(number);
    if (!before.isEmpty()) {
      return FeedbackEvents.fold(before)
          .filter(it -> it.says(report))
          .<FeedbackAnswer>map(it -> new FeedbackAnswer.Repeat(it, receipt(number)))
          .orElseGet(FeedbackAnswer.NumberUsed::new);
    }
    CreditCode issuer = issuer(report, at);
    if (issuer == null) {
      return new FeedbackAnswer.Absent();
    }
    LocalDate due = policy.answerBy(type(report.subject()), ChinaTime.dayOf(at));
    Receipt receipt = journal.file(events.reported(report, issuer, due, at));
    return new FeedbackAnswer.Filed(find(number).orElseThrow(), receipt);
  }

  /** Moves it on, if the rules allow that where it stands. */
  public synchronized FeedbackAnswer answer(String number, Reply reply, Instant at) {
    FeedbackFile file = find(number).orElse(null);
    if (file == null) {
      return new FeedbackAnswer.Absent();
    }
    Feedback feedback = file.feedback();
    Text doubt = doubt(feedback, reply.licence(), at);
    if (doubt != null) {
      return new FeedbackAnswer.Refused(doubt);
    }
    return switch (moved(feedback, reply, at)) {
      case Transition.Refused<Feedback>(Text why) -> new FeedbackAnswer.Refused(why);
      case Transition.Done<Feedback>(Feedback next) -> {
        String id = FeedbackEvents.idOf(number) + "-" + next.steps().size();
        Receipt receipt =
            journal.file(events.answered(next, id, next.steps().getLast(), reply.operator(), null));
        FeedbackFile now = find(number).orElseThrow();
        yield now.feedback().state() == reply.state()
            ? new FeedbackAnswer.Filed(now, receipt)
            : new FeedbackAnswer.Refused(overtaken(now.feedback().state()));
      }
    };
  }

  private Receipt receipt(String number) {
    return journal.receipt(FeedbackEvents.idOf(number));
  }

  private static Transition<Feedback> moved(Feedback feedback, Reply reply, Instant at) {
    CreditCode by = feedback.issuer();
    LicenceIdentifier licence = reply.licence();
    return switch (reply.state()) {
      case ACKNOWLEDGED -> feedback.acknowledge(by, at);
      case REFUSED -> feedback.refuse(by, at, reply.note());
      case CORRECTED ->
          licence == null
              ? Transition.refused("应写明载有正确内容的证照", "must name the licence that says it right")
              : feedback.correct(by, at, licence);
      case REPORTED -> Transition.refused("已经反馈过", "it was reported already");
    };
  }

  /** What is wrong with the licence that is said to be right; null where nothing is. */
  private @Nullable Text doubt(Feedback feedback, @Nullable LicenceIdentifier right, Instant at) {
    if (right == null) {
      return null;
    }
    Licence licence = licences.find(right, at).orElse(null);
    if (licence == null) {
      return Text.of("库中没有该证照，请先报送", "the library has no such licence; send it first");
    }
    return licence.issuer().code().equals(feedback.issuer())
            && right.type().equals(type(feedback.subject()))
        ? null
        : Text.of("该证照的类型或颁发机构与反馈不同", "the licence is of another type or issuer");
  }

  private @Nullable CreditCode issuer(FeedbackReport report, Instant at) {
    return switch (report.subject()) {
      case Subject.Wrong it ->
          licences.find(it.licence(), at).map(found -> found.issuer().code()).orElse(null);
      case Subject.Missing it -> report.issuer();
    };
  }

  private static LicenceTypeCode type(Subject subject) {
    return switch (subject) {
      case Subject.Wrong it -> it.licence().type();
      case Subject.Missing it -> it.type();
    };
  }

  private static Text overtaken(State state) {
    return Text.of(
        "此间反馈已变为“" + state.text().zh() + "”", "meanwhile it became " + state.text().en());
  }
}
