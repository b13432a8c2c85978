package licencehub.routes.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import licencehub.library.Ended;
import licencehub.library.HistoryEntry;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.library.LicenceRecord;
import licencehub.model.Digest;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Statement;
import licencehub.routes.lease.LeasedPosition;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.ChinaTime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * States of each licence whose validity has ended that it has, once, so that subscribers need no
 * calendar. After midnight it looks through all licences for those that ended since it last did; in
 * between, through the news for those that were reported or given back late.
 */
public final class Expiries {
  private static final String POSITION = "expiries";

  private final Library library;
  private final OwnJournal journal;
  private final OwnEvents own;
  private final InstantSource clock;
  private final LeasedPosition place;
  private LocalDate swept = LocalDate.EPOCH;
  private long position;

  /**
   * @param lease whose holder states them
   */
  public Expiries(Library library, OwnEvents own, InstantSource clock, Lease lease) {
    this.library = library;
    this.journal = new OwnJournal(library);
    this.own = own;
    this.clock = clock;
    this.place = new LeasedPosition(lease, library.positions(), POSITION, LocalDate.EPOCH + " -1");
  }

  /**
   * Takes in the days that have passed and what was filed since, if it is this hub's to do; one
   * caller at a time.
   *
   * @throws licencehub.model.Unavailable when the library does not answer or write now: nothing is
   *     lost by it
   */
  public void follow() {
    String kept = place.reached().orElse(null);
    if (kept == null) {
      return;
    }
    String[] parts = kept.split(" ", 2);
    swept = LocalDate.parse(parts[0]);
    position = Long.parseLong(parts[1]);
    LocalDate today = ChinaTime.dayOf(clock.instant());
    long head = library.outbox().head();
    if (swept.isBefore(today)) {
      sweep(today);
      keep(today, head);
    } else if (position < head) {
      catchUp(head);
      keep(swept, head);
    }
  }

  private void sweep(LocalDate today) {
    String next = "";
    do {
      // Whatever has ended before and was not seen then is in the news.
      Ended stretch = library.licences().ended(next, swept, today);
      state(stretch.licences(), today);
      next = stretch.next();
    } while (!next.isEmpty());
    if (!swept.equals(LocalDate.EPOCH)) {
      catchUp(library.outbox().head());
    }
  }

  private void catchUp(long head) {
    long at = position;
    String next;
    do {
      Ended stretch = library.licences().endedInNews(at, head, swept);
      state(stretch.licences(), swept);
      next = stretch.next();
      at = next.isEmpty() ? head : Long.parseLong(next);
    } while (!next.isEmpty());
  }

  private void state(List<LicenceIdentifier> ended, LocalDate today) {
    for (LicenceIdentifier each : ended) {
      LicenceRecord record = library.licences().find(each).orElse(null);
      if (record != null
          && record.content() != null
          && record.status() == LicenceStatus.VALID
          && record.statusOn(today) == LicenceStatus.EXPIRED) {
        state(record, record.content());
      }
    }
  }

  private void state(LicenceRecord record, HistoryEntry content) {
    String identifier = record.identifier().toString();
    LocalDate validTo = record.validTo();
    Statement said = own.read(content).map(it -> it.statement()).orElse(null);
    if (validTo == null || said == null) {
      return;
    }
    ObjectNode data =
        JsonMapper.shared()
            .createObjectNode()
            .put("identifier", identifier)
            .put("issuer", said.speaker().code().text())
            .put("validTo", validTo.toString());
    String id = "expired-" + Digest.of((identifier + " " + validTo).getBytes(UTF_8));
    journal.file(
        own.filing(
            EventType.LICENCE_EXPIRED,
            id,
            identifier,
            data,
            ChinaTime.startOf(validTo.plusDays(1))));
  }

  private void keep(LocalDate day, long head) {
    place.keep(day + " " + head);
  }
}
