package licencehub.routes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.Library;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.ledger.Receipt;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.FollowUpPolicy;
import licencehub.sharing.followup.Scan;
import licencehub.sharing.followup.Scan.Settlement;
import licencehub.sharing.followup.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Takes scans on trust, and their checks. One at a time: whatever is decided here is decided on
 * what stands.
 */
public final class ScanDesk {
  private final Library library;
  private final OwnJournal journal;
  private final FollowUpPolicy policy;
  private final ScanEvents events;

  public ScanDesk(Library library, FollowUpPolicy policy, ScanEvents events) {
    this.library = library;
    this.journal = new OwnJournal(library);
    this.policy = policy;
    this.events = events;
  }

  /** How a check came out. */
  public enum Result {
    PASSED,
    FAILED,
    EXTENDED,
    WITHDRAWN;

    /** The word in events and requests. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Result> find(String wire) {
      return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
    }
  }

  /**
   * One check.
   *
   * @param evidence what it was checked against, or why it was put off or withdrawn
   * @param dueOn the new last day; only for extended
   */
  public record Check(Result result, String operator, String evidence, @Nullable LocalDate dueOn) {}

  /** The scan of a number, as it stands. */
  public Optional<ScanFile> find(String number) {
    return ScanEvents.fold(library.followUps().events(number));
  }

  /** Takes it; the same number again is the same scan. */
  public synchronized ScanAnswer take(ScanReport report, Instant at) {
    String number = report.followUp();
    List<HistoryEntry> before = library.followUps().events(number);
    if (!before.isEmpty()) {
      return ScanEvents.fold(before)
          .filter(it -> it.says(report))
          .<ScanAnswer>map(it -> new ScanAnswer.Repeat(it, receipt(number)))
          .orElseGet(ScanAnswer.NumberUsed::new);
    }
    LocalDate today = ChinaTime.dayOf(at);
    LocalDate due = report.dueOn() == null ? today.plusDays(policy.checkDays()) : report.dueOn();
    if (due.isBefore(today) || due.isAfter(today.plusDays(policy.checkLongestDays()))) {
      return new ScanAnswer.Refused(outside(today, today));
    }
    Receipt receipt = journal.file(events.taken(report, due, at));
    return new ScanAnswer.Filed(find(number).orElseThrow(), receipt);
  }

  /** Moves it on, if the rules allow that where it stands. */
  public synchronized ScanAnswer check(
      String number, CreditCode organisation, Check check, Instant at) {
    ScanFile file = find(number).orElse(null);
    if (file == null || !file.organisation().equals(organisation)) {
      return new ScanAnswer.Absent();
    }
    return switch (moved(file.scan(), check, at)) {
      case Transition.Refused<Scan>(Text why) -> new ScanAnswer.Refused(why);
      case Transition.Done<Scan> it -> {
        Receipt receipt = journal.file(events.checked(file, check, at));
        yield new ScanAnswer.Filed(find(number).orElseThrow(), receipt);
      }
    };
  }

  private Receipt receipt(String number) {
    return journal.receipt(ScanEvents.idOf(number));
  }

  private Transition<Scan> moved(Scan scan, Check check, Instant at) {
    Settlement how = new Settlement(check.operator(), at, check.evidence());
    return switch (check.result()) {
      case PASSED -> scan.confirm(how);
      case FAILED -> scan.refute(how);
      case WITHDRAWN -> scan.withdraw(how);
      case EXTENDED -> extended(scan, check.dueOn(), at);
    };
  }

  private Transition<Scan> extended(Scan scan, @Nullable LocalDate day, Instant at) {
    LocalDate taken = ChinaTime.dayOf(scan.takenAt());
    return day == null || day.isAfter(taken.plusDays(policy.checkLongestDays()))
        ? new Transition.Refused<>(outside(scan.dueOn().plusDays(1), taken))
        : scan.extend(day, ChinaTime.dayOf(at));
  }

  private Text outside(LocalDate first, LocalDate taken) {
    LocalDate last = taken.plusDays(policy.checkLongestDays());
    return Text.of(
        "核验日期应在" + first + "至" + last + "之间", "the day must lie from " + first + " to " + last);
  }
}
