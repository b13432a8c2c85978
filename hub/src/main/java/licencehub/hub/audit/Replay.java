package licencehub.hub.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licencehub.library.Archive;
import licencehub.library.Archive.Filed;
import licencehub.library.Entry;
import licencehub.library.Journal;
import licencehub.library.ProgressListener;
import licencehub.model.Reason;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;
import licencehub.model.event.Statement;
import licencehub.model.submission.Outcome;
import licencehub.schemas.Catalogue;
import licencehub.schemas.Checked;

/**
 * Files everything that was accepted once more, in the same order, into an empty library: what that
 * adds up to is what ought to stand in the repository. Where an event is missing or cannot be read,
 * a stand-in keeps its place, or everything behind it would seem wrong too.
 */
final class Replay {
  /** The source of stand-ins; no department can have it. */
  private static final SourceId STAND_IN = new SourceId("audit-stand-in");

  static final CaseNumber STAND_IN_CASE = new CaseNumber("AUDIT-STAND-IN");
  private static final int PAGE = 1_000;
  private static final Organisation NOBODY =
      new Organisation(CreditCode.complete("1199000000000000K"), "audit");
  private static final RegionCode NOWHERE = new RegionCode("990000");

  private final Archive archive;
  private final Journal fresh;
  private final Catalogue catalogue;
  private final AuditReport.Draft draft;
  private final Set<Long> standIns = new HashSet<>();

  Replay(Archive archive, Journal fresh, Catalogue catalogue, AuditReport.Draft draft) {
    this.archive = archive;
    this.fresh = fresh;
    this.catalogue = catalogue;
    this.draft = draft;
  }

  /** Files as many events as the ledger has entries. */
  void run(long entries, ProgressListener progress) {
    long next = 0;
    while (next < entries) {
      List<Filed> page = archive.events(next, PAGE);
      List<Entry> replayed = new ArrayList<>();
      for (Filed each : page) {
        for (; next < Math.min(each.sequence(), entries); next++) {
          replayed.add(missing(next));
        }
        if (next < entries) {
          replayed.add(replayed(each));
          next++;
        }
      }
      for (; page.size() < PAGE && next < entries; next++) {
        replayed.add(missing(next));
      }
      file(replayed);
      progress.at(next, entries);
    }
  }

  /** The sequences whose events are not what was accepted; each has been reported. */
  Set<Long> standIns() {
    return standIns;
  }

  private void file(List<Entry> entries) {
    for (Outcome outcome : fresh.file(entries).join()) {
      switch (outcome) {
        case Outcome.Accepted it -> {}
        case Outcome.Superseded it -> {}
        case Outcome.Duplicate it -> throw lost(it);
        case Outcome.Quarantined it -> throw lost(it);
      }
    }
  }

  private static IllegalStateException lost(Outcome outcome) {
    return new IllegalStateException("an event filed once could not be filed again: " + outcome);
  }

  private Entry missing(long sequence) {
    draft.add(
        Discrepancy.missing(
            Comparison.place(Archive.Part.EVENTS, sequence),
            "账本有此条目，库中没有该事件",
            "the ledger has this entry, the repository lacks the event"));
    return standIn(sequence, Instant.EPOCH);
  }

  private Entry replayed(Filed it) {
    return switch (catalogue.check(it.document())) {
      case Checked.Sound(Event event)
          when event.id().equals(it.id()) && event.source().equals(it.source()) ->
          new Entry.Filing(event, original(it), it.document(), null, null);
      case Checked.Sound other -> unreadable(it, "文书属于另一报送编号", "its document has another number");
      case Checked.Unsound other ->
          unreadable(
              it,
              "文书不再合规（" + reason(other).code() + "）",
              "its document is sound no longer (" + reason(other).code() + ")");
    };
  }

  private static Reason reason(Checked.Unsound it) {
    return it.faults().getFirst().reason();
  }

  private Entry unreadable(Filed it, String zh, String en) {
    draft.add(Discrepancy.altered(Comparison.place(Archive.Part.EVENTS, it.sequence()), zh, en));
    return standIn(it.sequence(), it.receivedAt());
  }

  private static Entry.Original original(Filed it) {
    return new Entry.Original(it.original(), "application/octet-stream", "audit", it.receivedAt());
  }

  private Entry standIn(long sequence, Instant receivedAt) {
    standIns.add(sequence);
    Statement statement =
        new Statement.CaseStep(
            STAND_IN_CASE,
            Stage.HANDLING,
            standIns.size(),
            receivedAt,
            NOBODY,
            NOWHERE,
            null,
            null,
            List.of());
    Event event =
        new Event(
            STAND_IN,
            "sequence-" + sequence,
            EventType.CASE_STEP,
            STAND_IN_CASE.text(),
            receivedAt,
            1,
            statement);
    byte[] nothing = new byte[0];
    return new Entry.Filing(
        event, new Entry.Original(nothing, "", "", receivedAt), nothing, null, null);
  }
}
