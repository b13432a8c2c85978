package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.SOURCE;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.Reason.DEPENDENCY_UNAVAILABLE;
import static licencehub.model.Reason.SIGNATURE_WRONG;
import static licencehub.model.Reason.SIGNER_UNKNOWN;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import licencehub.library.Entry.Original;
import licencehub.library.Entry.Rejection;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine promises of what is set aside. */
abstract class QuarantineContract extends DoorContract {
  private Retries retries = Retries.USUAL;

  @Override
  LibrarySettings settings() {
    LibrarySettings usual = super.settings();
    return new LibrarySettings(usual.folder(), usual.keys(), retries);
  }

  @Test
  void what_is_set_aside_keeps_its_bytes_and_its_reasons() {
    Rejection rejection = refused(issued(1), SIGNATURE_WRONG, SIGNER_UNKNOWN);
    Outcome.Quarantined outcome = quarantined(file(rejection).getFirst());
    QuarantineEntry kept = entry(outcome.number());
    assertThat(outcome.faults()).isEqualTo(rejection.faults());
    assertThat(kept.faults()).isEqualTo(rejection.faults());
    assertThat(kept.original()).isEqualTo(withBytesOf(rejection.original(), kept));
    assertThat(kept.original().bytes()).isEqualTo(rejection.original().bytes());
    assertThat(kept.id()).isEqualTo(rejection.id());
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(kept.settledAs()).isNull();
  }

  @Test
  void nothing_at_all_can_be_set_aside_too() {
    Original nothing = new Original(new byte[0], "", "inbox/empty", NOON);
    Rejection rejection =
        new Rejection(SOURCE, nothing, null, List.of(fault(Reason.BYTES_UNREADABLE)), null);
    QuarantineEntry kept = entry(quarantined(file(rejection).getFirst()).number());
    assertThat(kept.original().bytes()).isEmpty();
    assertThat(kept.id()).isNull();
  }

  @Test
  void the_same_bytes_sent_again_are_the_same_entry() {
    long first = refuse(issued(1), SIGNER_UNKNOWN);
    assertThat(refuse(issued(1), SIGNATURE_WRONG)).isEqualTo(first);
    assertThat(entry(first).attempts()).isEqualTo(2);
    assertThat(entry(first).faults()).extracting(Fault::reason).containsExactly(SIGNATURE_WRONG);
    assertThat(openNumbers()).containsExactly(first);
  }

  @Test
  void a_replay_that_fails_again_counts_on_its_entry() {
    long first = refuse(issued(1), SIGNER_UNKNOWN);
    assertThat(refuse(issued(1).asReplayOf(first), DEPENDENCY_UNAVAILABLE)).isEqualTo(first);
    assertThat(entry(first).attempts()).isEqualTo(2);
    assertThat(openNumbers()).containsExactly(first);
  }

  @Test
  void a_replay_that_passes_settles_its_entry_by_its_outcome() {
    LicenceSample late = stated(LICENCE_CHANGED, 1, 1);
    long accepted = refuse(issued(1), SIGNER_UNKNOWN);
    long superseded = refuse(late, SIGNER_UNKNOWN);
    long duplicate = refuse(issued(1).withRemark("读错"), SIGNATURE_WRONG);
    file(issued(1).asReplayOf(accepted));
    file(stated(LICENCE_CHANGED, 1, 2));
    file(late.asReplayOf(superseded));
    file(issued(1).asReplayOf(duplicate));
    assertThat(entry(accepted).settledAs()).isEqualTo("accepted");
    assertThat(entry(superseded).settledAs()).isEqualTo("superseded");
    assertThat(entry(duplicate).settledAs()).isEqualTo("duplicate");
    assertThat(openNumbers()).isEmpty();
  }

  @Test
  void a_second_replay_of_a_settled_entry_changes_nothing() {
    long number = refuse(issued(1), SIGNER_UNKNOWN);
    file(issued(1).asReplayOf(number));
    assertThat(file(issued(1).asReplayOf(number))).isInstanceOf(Outcome.Duplicate.class);
    assertThat(refuse(issued(1).asReplayOf(number), SIGNER_UNKNOWN)).isEqualTo(number);
    assertThat(entry(number).settledAs()).isEqualTo("accepted");
    assertThat(entry(number).attempts()).isEqualTo(1);
  }

  @Test
  void bytes_that_pass_when_sent_again_settle_their_entry() {
    long number = refuse(issued(1), SIGNER_UNKNOWN);
    file(issued(1));
    assertThat(entry(number).settledAs()).isEqualTo("accepted");
    assertThat(openNumbers()).isEmpty();
  }

  @Test
  void what_was_set_aside_before_the_clock_was_set_back_does_not_wait_for_it() {
    long number = refuse(issued(1), SIGNER_UNKNOWN);
    Instant due = NOON.plusSeconds(10);
    assertThat(library().quarantine().due(due.minus(Duration.ofHours(1)), 10)).isEmpty();
    assertThat(library().quarantine().due(due.minus(Duration.ofHours(5)), 10))
        .extracting(QuarantineEntry::number)
        .containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 20", "3, 40", "9, 2560", "10, 3600", "40, 3600"})
  void passing_reasons_are_tried_again_after_growing_pauses(int attempts, long seconds) {
    long number = 0;
    for (int i = 0; i < attempts; i++) {
      number = refuse(issued(1), SIGNER_UNKNOWN);
    }
    Instant due = NOON.plusSeconds(seconds);
    assertThat(entry(number).nextAttempt()).isEqualTo(due);
    assertThat(library().quarantine().due(due.minusMillis(1), 10)).isEmpty();
    assertThat(library().quarantine().due(due, 10))
        .extracting(QuarantineEntry::number)
        .containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 120", "3, 150", "40, 150"})
  void the_pauses_are_those_of_the_settings(int attempts, long seconds) {
    retries = new Retries(Duration.ofMinutes(1), Duration.ofSeconds(150));
    reopen();
    long number = 0;
    for (int i = 0; i < attempts; i++) {
      number = refuse(issued(1), SIGNER_UNKNOWN);
    }
    assertThat(entry(number).nextAttempt()).isEqualTo(NOON.plusSeconds(seconds));
  }

  @Test
  void a_final_reason_is_never_tried_again_by_itself() {
    long number = refuse(issued(1), SIGNER_UNKNOWN, SIGNATURE_WRONG);
    assertThat(entry(number).nextAttempt()).isNull();
    assertThat(library().quarantine().due(NOON.plus(Duration.ofDays(99)), 10)).isEmpty();
  }

  @Test
  void open_entries_are_grouped_by_source_and_first_reason() {
    refuse(issued(1), SIGNER_UNKNOWN);
    refuse(issued(2), SIGNATURE_WRONG, SIGNER_UNKNOWN);
    refuse(issued(3).withTimes(NOON, NOON.plusSeconds(500)), SIGNATURE_WRONG);
    Quarantine.Group wrong =
        new Quarantine.Group(
            SOURCE, "signature.wrong", 2, NOON.plusSeconds(61), NOON.plusSeconds(500));
    assertThat(library().quarantine().groups(null)).hasSize(2).startsWith(wrong);
    assertThat(library().quarantine().groups(SOURCE)).hasSize(2);
    assertThat(library().quarantine().groups(new SourceId("another"))).isEmpty();
  }

  @Test
  void open_entries_are_listed_in_pages_oldest_first() {
    List<Long> numbers =
        List.of(
            refuse(issued(1), SIGNER_UNKNOWN),
            refuse(issued(2), SIGNATURE_WRONG),
            refuse(issued(3), SIGNER_UNKNOWN));
    assertThat(list("signer.unknown", 0, 10)).containsExactly(numbers.get(0), numbers.get(2));
    assertThat(list("signer.unknown", numbers.get(0), 10)).containsExactly(numbers.get(2));
    assertThat(list("signer.unknown", 0, 1)).containsExactly(numbers.get(0));
  }

  private List<Long> list(String reason, long after, int limit) {
    return library().quarantine().list(SOURCE, reason, after, limit).stream()
        .map(QuarantineEntry::number)
        .toList();
  }

  private List<Long> openNumbers() {
    return library().quarantine().list(null, null, 0, 100).stream()
        .map(QuarantineEntry::number)
        .toList();
  }

  private long refuse(LicenceSample sample, Reason... reasons) {
    return quarantined(file(refused(sample, reasons)).getFirst()).number();
  }

  private QuarantineEntry entry(long number) {
    return library().quarantine().find(number).orElseThrow();
  }

  private static Original withBytesOf(Original expected, QuarantineEntry kept) {
    return new Original(
        Objects.requireNonNull(kept.original().bytes()),
        expected.mediaType(),
        expected.locator(),
        expected.receivedAt());
  }
}
