package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.SOURCE;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import licencehub.library.Access.LookupReason;
import licencehub.library.AccessLog.Span;
import licencehub.model.Reason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine promises of outcomes, accesses and positions. */
abstract class NotesContract extends DoorContract {
  private static final LookupReason REASON =
      new LookupReason("11370800MB285591843370117002011", "33090116", "食品经营许可核验", "zhang.san");
  private static final CreditCode ORGANISATION = CreditCode.complete("11440300MB2C00008");

  @Test
  void a_sender_is_told_what_it_was_told_first() {
    Outcome accepted = file(issued(1));
    file(stated(LICENCE_CHANGED, 1, 3));
    Outcome superseded = file(stated(LICENCE_CHANGED, 1, 2));
    reopen();
    assertThat(outcome(issued(1))).isEqualTo(accepted);
    assertThat(outcome(stated(LICENCE_CHANGED, 1, 2))).isEqualTo(superseded);
    assertThat(library().submissions().find(SOURCE, "never-sent")).isEmpty();
  }

  @Test
  void a_sender_is_told_what_is_set_aside_until_it_is_settled() {
    Outcome refused = file(refused(issued(1), Reason.SIGNER_UNKNOWN)).getFirst();
    assertThat(outcome(issued(1))).isEqualTo(refused);
    Outcome accepted = file(issued(1).asReplayOf(quarantined(refused).number()));
    assertThat(outcome(issued(1))).isEqualTo(accepted);
  }

  @Test
  void what_is_filed_under_a_number_counts_before_what_is_set_aside_under_it() {
    Outcome accepted = file(issued(1));
    file(issued(1).withRemark("另一份内容"));
    assertThat(outcome(issued(1))).isEqualTo(accepted);
  }

  @Test
  void accesses_are_listed_newest_first_by_subject_and_in_pages() {
    List<Access> accesses = IntStream.range(0, 6).mapToObj(NotesContract::access).toList();
    library().journal().log(accesses.subList(0, 2)).join();
    library().journal().log(accesses.subList(2, 6)).join();
    List<Access> all = library().accesses().list("", Long.MAX_VALUE, 10);
    assertThat(all)
        .extracting(Access::at)
        .isEqualTo(accesses.reversed().stream().map(Access::at).toList());
    assertThat(all).extracting(Access::reason).containsOnly(REASON);
    assertThat(library().accesses().list("subject-1", Long.MAX_VALUE, 10))
        .containsExactly(all.get(0), all.get(2), all.get(4));
    assertThat(library().accesses().list("", all.get(1).number(), 2))
        .containsExactly(all.get(2), all.get(3));
    assertThat(library().accesses().list("nobody", Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void accesses_of_several_subjects_in_a_span_of_time_are_listed_as_one() {
    List<Access> accesses = IntStream.range(0, 6).mapToObj(NotesContract::access).toList();
    library().journal().log(accesses).join();
    Span span = new Span(NOON.plusSeconds(1), NOON.plusSeconds(5));
    Set<String> both = Set.of("subject-0", "subject-1");
    List<Access> found = library().accesses().list(both, span, Long.MAX_VALUE, 10);
    assertThat(found).extracting(Access::at).containsExactly(at(4), at(3), at(2), at(1));
    assertThat(library().accesses().list(both, span, found.get(1).number(), 1))
        .extracting(Access::at)
        .containsExactly(at(2));
    assertThat(library().accesses().list(Set.of("subject-1"), span, Long.MAX_VALUE, 10))
        .extracting(Access::at)
        .containsExactly(at(3), at(1));
    assertThat(library().accesses().list(Set.of(), span, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void an_access_keeps_its_organisation_and_the_use_it_was_made_under() {
    UseCode code = UseSample.of(1).code();
    library().journal().log(List.of(compared(1, ORGANISATION, code))).join();
    reopen();
    Access found = library().accesses().list("", Long.MAX_VALUE, 1).getFirst();
    assertThat(found.organisation()).isEqualTo(ORGANISATION);
    assertThat(found.useCode()).isEqualTo(code);
    assertThat(found.reason()).isEqualTo(REASON);
  }

  @Test
  void comparisons_that_differed_are_counted_by_licence_organisation_and_time() {
    CreditCode other = CreditCode.complete("11440300MB2C00009");
    library()
        .journal()
        .log(
            List.of(
                compared(0, ORGANISATION, null),
                compared(1, ORGANISATION, null),
                compared(2, ORGANISATION, null),
                compared(2, other, null)))
        .join();
    reopen();
    LicenceIdentifier licence = LicenceSample.identifier(1);
    assertThat(library().accesses().different(licence, ORGANISATION, NOON)).isEqualTo(3);
    assertThat(library().accesses().different(licence, ORGANISATION, at(1))).isEqualTo(2);
    assertThat(library().accesses().different(licence, other, NOON)).isEqualTo(1);
    assertThat(library().accesses().different(LicenceSample.identifier(2), other, NOON)).isZero();
  }

  @Test
  void a_position_stays_where_it_was_kept_last() {
    assertThat(library().positions().find("sz-market-front")).isEmpty();
    library().positions().keep("sz-market-front", "100");
    library().positions().keep("sz-market-front", "200");
    library().positions().keep("another", "7");
    reopen();
    assertThat(library().positions().find("sz-market-front")).contains("200");
    assertThat(library().positions().find("another")).contains("7");
  }

  private Outcome outcome(LicenceSample sample) {
    return library().submissions().find(SOURCE, sample.id()).orElseThrow();
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  private static Access compared(int second, CreditCode organisation, @Nullable UseCode code) {
    return new Access(
        0,
        at(second),
        "窗口",
        "approver",
        REASON,
        "verifications.compare",
        LicenceSample.identifier(1).toString(),
        Access.DIFFERENT,
        organisation,
        code);
  }

  private static Access access(int second) {
    return new Access(
        0,
        NOON.plusSeconds(second),
        "深圳市政务服务局",
        "approver",
        REASON,
        "find",
        "subject-" + second % 2,
        "found");
  }
}
