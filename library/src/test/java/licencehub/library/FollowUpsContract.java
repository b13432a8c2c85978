package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.library.Entry.Filing;
import licencehub.library.Entry.Original;
import licencehub.library.FollowUpQuery.Which;
import licencehub.model.code.CreditCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.FollowUpMove;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine promises of matters that are followed up, and of licences that end. */
abstract class FollowUpsContract extends DoorContract {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
  private static final CreditCode WINDOW = CreditCode.complete("11440300MB2C00008");
  private static final CreditCode OTHER = CreditCode.complete("11440300MB2C00009");
  private static final CreditCode ISSUER = LicenceSample.ISSUER;

  @Test
  void a_matter_is_found_by_its_number_with_every_event_in_order() {
    file(feedback("A", identifier(1).toString()));
    file(step("A", 2, FollowUpMove.GOES_ON, ISSUER, null));
    file(step("A", 3, FollowUpMove.SETTLES, ISSUER, null));
    reopen();
    assertThat(library().followUps().events("A"))
        .extracting(HistoryEntry::id)
        .containsExactly("A-1", "A-2", "A-3");
    FollowUp found = all(Which.ALL).getFirst();
    assertThat(found.open()).isFalse();
    assertThat(found.opened()).isZero();
    assertThat(found.latest()).isEqualTo(2);
    assertThat(found.dueOn()).isEqualTo(DUE);
    assertThat(library().followUps().events("B")).isEmpty();
  }

  @Test
  void a_repeat_changes_nothing_and_a_number_names_one_thing_for_ever() {
    Filing first = feedback("A", identifier(1).toString());
    file(first);
    assertThat(file(first).getFirst()).isInstanceOf(Outcome.Duplicate.class);
    assertThat(library().followUps().events("A")).hasSize(1);
    file(step("A", 2, FollowUpMove.SETTLES, ISSUER, null));
    file(opened("A-again", "A", OTHER, identifier(2).toString()));
    FollowUp found = all(Which.ALL).getFirst();
    assertThat(all(Which.ALL)).hasSize(1);
    assertThat(found.open()).isFalse();
    assertThat(found.organisation()).isEqualTo(WINDOW);
    assertThat(found.about()).isEqualTo(identifier(1).toString());
  }

  @Test
  void lists_are_of_whom_it_concerns_page_by_page() {
    file(feedback("A", identifier(1).toString()));
    file(opened("B-1", "B", OTHER, identifier(2).toString()));
    file(scan("C", DUE));
    assertThat(numbers(query(Which.OPEN, WINDOW, null, -1))).containsExactly("A");
    assertThat(numbers(query(Which.OPEN, null, Set.of(ISSUER), -1))).containsExactly("A", "B");
    assertThat(numbers(query(Which.OPEN, null, Set.of(OTHER), -1))).isEmpty();
    assertThat(numbers(query(Which.OPEN, null, Set.of(), -1))).isEmpty();
    assertThat(numbers(query(Which.ALL, null, null, 0))).containsExactly("B");
    file(step("A", 2, FollowUpMove.SETTLES, ISSUER, null));
    assertThat(numbers(query(Which.OPEN, null, null, -1))).containsExactly("B");
    assertThat(numbers(query(Which.SETTLED, null, null, -1))).containsExactly("A");
  }

  @Test
  void a_day_that_has_passed_is_told_once_and_again_when_it_was_moved() {
    file(scan("C", DUE));
    assertThat(untold(Which.NEAR_UNTOLD, DUE.minusDays(1))).isEmpty();
    assertThat(untold(Which.NEAR_UNTOLD, DUE)).containsExactly("C");
    file(step("C", 2, FollowUpMove.REMINDS, null, null));
    assertThat(untold(Which.NEAR_UNTOLD, DUE)).isEmpty();
    assertThat(untold(Which.OVERDUE_UNTOLD, DUE)).isEmpty();
    assertThat(untold(Which.OVERDUE_UNTOLD, DUE.plusDays(1))).containsExactly("C");
    assertThat(library().followUps().overdue(FollowUp.Kind.SCAN, DUE.plusDays(1))).isEqualTo(1);
    file(step("C", 3, FollowUpMove.WARNS, null, null));
    assertThat(untold(Which.OVERDUE_UNTOLD, DUE.plusDays(1))).isEmpty();
    file(step("C", 4, FollowUpMove.EXTENDS, null, DUE.plusDays(5)));
    assertThat(library().followUps().overdue(FollowUp.Kind.SCAN, DUE.plusDays(1))).isZero();
    assertThat(untold(Which.NEAR_UNTOLD, DUE.plusDays(5))).containsExactly("C");
    assertThat(untold(Which.OVERDUE_UNTOLD, DUE.plusDays(6))).containsExactly("C");
    file(step("C", 5, FollowUpMove.SETTLES, null, null));
    assertThat(untold(Which.OVERDUE_UNTOLD, DUE.plusDays(6))).isEmpty();
    assertThat(library().followUps().overdue(FollowUp.Kind.SCAN, DUE.plusDays(6))).isZero();
  }

  @Test
  void news_are_of_open_matters_alone_and_only_what_stands() {
    file(issued(1));
    file(feedback("A", identifier(1).toString()));
    file(
        feedback(
            "M", "1.2.156.3005.2." + LicenceSample.BUSINESS.text() + "." + ISSUER.text() + "."));
    file(stated(EventType.LICENCE_CHANGED, 1, 2));
    file(stated(EventType.LICENCE_CHANGED, 1, 1).withId("late"));
    file(issued(2));
    file(stated(EventType.LICENCE_ISSUED, identifier(LicenceSample.BUSINESS, 3), 1));
    file(issued(4).withReplaces(identifier(1)));
    assertThat(news()).containsExactly(3L, 6L, 7L);
    assertThat(library().followUps().openAbout(identifier(1).toString()))
        .extracting(FollowUp::number)
        .containsExactly("A");
    file(step("A", 2, FollowUpMove.SETTLES, ISSUER, null));
    assertThat(news()).containsExactly(6L);
    assertThat(library().followUps().openAbout(identifier(1).toString())).isEmpty();
    file(step("M", 2, FollowUpMove.SETTLES, ISSUER, null));
    assertThat(news()).isEmpty();
  }

  @Test
  void licences_that_ended_are_found_whether_they_were_there_or_come_late() {
    LocalDate today = LocalDate.of(2026, 5, 1);
    file(issued(1).withValidTo(today.minusDays(1)));
    file(issued(2).withValidTo(today));
    file(issued(3).withValidTo(null));
    file(issued(4).withValidTo(today.minusDays(9)));
    file(stated(EventType.LICENCE_REVOKED, 4, 2));
    LicenceRepository licences = library().licences();
    assertThat(licences.ended("", LocalDate.EPOCH, today).licences())
        .containsExactly(identifier(1));
    assertThat(licences.ended("", LocalDate.EPOCH, today).next()).isEmpty();
    assertThat(licences.ended("", today, today).licences()).isEmpty();
    assertThat(licences.ended("", today, today.plusDays(1)).licences())
        .containsExactly(identifier(2));
    assertThat(licences.endedInNews(0, 4, today).licences()).isEmpty();
    file(stated(EventType.LICENCE_RESUMED, 4, 3));
    assertThat(licences.endedInNews(4, 5, today).licences()).containsExactly(identifier(4));
  }

  private List<Long> news() {
    return library().followUps().newsOfOpen(-1, library().outbox().head(), 99).stream()
        .map(HistoryEntry::sequence)
        .toList();
  }

  private List<FollowUp> all(Which which) {
    return library().followUps().list(query(which, null, null, -1));
  }

  private List<String> untold(Which which, LocalDate day) {
    return numbers(FollowUpQuery.of(FollowUp.Kind.SCAN, which, day, 9));
  }

  private List<String> numbers(FollowUpQuery query) {
    return new ArrayList<>(
        library().followUps().list(query).stream().map(FollowUp::number).toList());
  }

  private static FollowUpQuery query(
      Which which,
      @Nullable CreditCode organisation,
      @Nullable Set<CreditCode> issuers,
      long after) {
    return new FollowUpQuery(FollowUp.Kind.FEEDBACK, which, organisation, issuers, DUE, after, 9);
  }

  static Filing feedback(String number, String about) {
    return opened(number + "-1", number, WINDOW, about);
  }

  private static Filing opened(String id, String number, CreditCode organisation, String about) {
    return filing(
        id,
        EventType.FEEDBACK_REPORTED,
        new FollowUpStep(number, FollowUpMove.OPENS, organisation, ISSUER, about, DUE));
  }

  private static Filing scan(String number, LocalDate due) {
    return filing(
        number + "-1",
        EventType.SCAN_TAKEN,
        new FollowUpStep(number, FollowUpMove.OPENS, WINDOW, null, "C F01", due));
  }

  private static Filing step(
      String number,
      int n,
      FollowUpMove move,
      @Nullable CreditCode issuer,
      @Nullable LocalDate due) {
    return filing(
        number + "-" + n,
        issuer == null ? EventType.SCAN_CHECKED : EventType.FEEDBACK_ANSWERED,
        new FollowUpStep(number, move, WINDOW, issuer, "", due));
  }

  private static Filing filing(String id, EventType type, FollowUpStep step) {
    Event event = new Event(SourceId.HUB, id, type, step.number(), NOON, 1, step);
    byte[] document =
        """
        {"id":"%s","subject":"%s","type":"%s"}"""
            .formatted(id, step.number(), type.wire())
            .getBytes(UTF_8);
    return new Filing(
        event, new Original(document, "application/json", "hub", NOON), document, null, null);
  }
}
