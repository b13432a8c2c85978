package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CANCELLED;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static licencehub.model.event.EventType.LICENCE_ISSUED;
import static licencehub.model.event.EventType.LICENCE_RESUMED;
import static licencehub.model.event.EventType.LICENCE_REVOKED;
import static licencehub.model.event.EventType.LICENCE_SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import licencehub.library.Entry.Filing;
import licencehub.model.event.LicenceStatus;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of licences. */
abstract class LicenceContract extends DoorContract {
  @Test
  void an_issued_licence_is_found_as_it_was_stated() {
    Filing filing = issued(1).filing();
    file(filing);
    LicenceRecord found = library().licences().find(identifier(1)).orElseThrow();
    assertThat(found.status()).isEqualTo(LicenceStatus.VALID);
    assertThat(found.validTo()).isEqualTo(LocalDate.of(2031, 2, 28));
    assertThat(found.content()).isEqualTo(found.latest());
    assertThat(found.latest().document()).isEqualTo(filing.document());
    assertThat(found.latest().happenedAt()).isEqualTo(filing.event().time());
    assertThat(found.latest().receivedAt()).isEqualTo(filing.original().receivedAt());
  }

  @Test
  void an_unknown_licence_is_not_found() {
    file(issued(1));
    assertThat(library().licences().find(identifier(2))).isEmpty();
    assertThat(library().licences().history(identifier(2))).isEmpty();
    assertThat(library().licences().findAsOf(identifier(2), NOON, NOON)).isEmpty();
  }

  @Test
  void a_lower_version_is_superseded_but_kept() {
    file(stated(LICENCE_ISSUED, 1, 1));
    file(stated(LICENCE_CHANGED, 1, 4).withValidTo(null));
    Outcome late = file(stated(LICENCE_CHANGED, 1, 3));
    assertThat(late).isInstanceOf(Outcome.Superseded.class);
    assertThat(((Outcome.Superseded) late).standing()).isEqualTo(4);
    assertThat(found(1).validTo()).isNull();
    assertThat(library().licences().history(identifier(1)))
        .extracting(HistoryEntry::version)
        .containsExactly(1L, 3L, 4L);
  }

  @Test
  void a_late_first_issue_changes_nothing() {
    file(stated(LICENCE_CHANGED, 1, 2));
    LicenceRecord before = found(1);
    Outcome late = file(issued(1));
    assertThat(late).isEqualTo(new Outcome.Superseded(receipt(late), 2));
    assertThat(found(1).latest().id()).isEqualTo(before.latest().id());
  }

  @Test
  void content_and_status_follow_their_own_versions() {
    file(stated(LICENCE_SUSPENDED, 1, 2));
    assertThat(found(1).content()).isNull();
    assertThat(file(stated(LICENCE_ISSUED, 1, 1))).isInstanceOf(Outcome.Accepted.class);
    assertThat(found(1).status()).isEqualTo(LicenceStatus.SUSPENDED);
    file(stated(LICENCE_CHANGED, 1, 3).withValidTo(null));
    assertThat(found(1).status()).isEqualTo(LicenceStatus.SUSPENDED);
    assertThat(found(1).validTo()).isNull();
    file(stated(LICENCE_RESUMED, 1, 4));
    assertThat(found(1).status()).isEqualTo(LicenceStatus.VALID);
    assertThat(found(1).latest().type()).isEqualTo(LICENCE_RESUMED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_of_arrival_adds_up_to_the_same(long seed) {
    List<LicenceSample> samples = new ArrayList<>(story());
    fileEach(samples.stream().map(LicenceSample::filing).toList());
    List<String> expected = state();
    reopenIn("again");
    Collections.shuffle(samples, new Random(seed));
    fileEach(samples.stream().map(LicenceSample::filing).toList());
    assertThat(state()).isEqualTo(expected);
  }

  @Test
  void a_licence_that_another_replaces_is_replaced_whichever_comes_first() {
    file(stated(LICENCE_ISSUED, 2, 1).withReplaces(identifier(1)));
    assertThat(library().licences().find(identifier(1))).isEmpty();
    file(issued(1));
    assertThat(found(1).status()).isEqualTo(LicenceStatus.REPLACED);
    assertThat(found(1).latest().subject()).isEqualTo(identifier(2).toString());
    file(stated(LICENCE_CHANGED, 2, 2).withReplaces(null));
    assertThat(found(1).status()).isEqualTo(LicenceStatus.VALID);
  }

  @Test
  void a_revoked_licence_stays_revoked_when_it_is_replaced() {
    file(issued(1));
    file(stated(LICENCE_REVOKED, 1, 2));
    file(issued(2).withReplaces(identifier(1)));
    assertThat(found(1).status()).isEqualTo(LicenceStatus.REVOKED);
  }

  @Test
  void the_past_is_told_by_what_had_happened_and_what_was_known() {
    Duration day = Duration.ofDays(1);
    file(issued(1).withTimes(NOON, NOON.plus(day)));
    file(
        stated(LICENCE_SUSPENDED, 1, 2)
            .withEffectiveOn(LocalDate.of(2026, 3, 11))
            .withTimes(NOON.plus(day.multipliedBy(9)), NOON.plus(day.multipliedBy(20))));
    assertThat(past(1, -1, 30)).isNull();
    assertThat(past(1, 5, 0)).isNull();
    assertThat(past(1, 5, 1)).isEqualTo(LicenceStatus.VALID);
    assertThat(past(1, 12, 19)).isEqualTo(LicenceStatus.VALID);
    assertThat(past(1, 12, 20)).isEqualTo(LicenceStatus.SUSPENDED);
    assertThat(past(1, 9, 20)).isEqualTo(LicenceStatus.VALID);
    assertThat(past(1, 10, 20)).isEqualTo(LicenceStatus.SUSPENDED);
  }

  @Test
  void in_the_past_a_licence_is_replaced_only_from_when_its_successor_says_so() {
    Duration day = Duration.ofDays(1);
    file(issued(1).withTimes(NOON, NOON));
    file(
        issued(2)
            .withReplaces(identifier(1))
            .withTimes(NOON.plus(day.multipliedBy(5)), NOON.plus(day.multipliedBy(7))));
    assertThat(past(1, 4, 9)).isEqualTo(LicenceStatus.VALID);
    assertThat(past(1, 6, 6)).isEqualTo(LicenceStatus.VALID);
    assertThat(past(1, 6, 7)).isEqualTo(LicenceStatus.REPLACED);
  }

  private @Nullable LicenceStatus past(int serial, int validDay, int knownDay) {
    return library()
        .licences()
        .findAsOf(
            identifier(serial),
            NOON.plus(Duration.ofDays(validDay)),
            NOON.plus(Duration.ofDays(knownDay)))
        .map(LicenceRecord::status)
        .orElse(null);
  }

  private LicenceRecord found(int serial) {
    return library().licences().find(identifier(serial)).orElseThrow();
  }

  /** Everything that can collide: equal versions, both facets, replacements that are taken back. */
  private static List<LicenceSample> story() {
    return List.of(
        stated(LICENCE_ISSUED, 1, 1),
        stated(LICENCE_CHANGED, 1, 2).withValidTo(null),
        stated(LICENCE_CHANGED, 1, 2).withId("same-version").withRemark("另一份"),
        stated(LICENCE_SUSPENDED, 1, 3),
        stated(LICENCE_CANCELLED, 1, 3),
        stated(LICENCE_ISSUED, 2, 1).withReplaces(identifier(1)),
        stated(LICENCE_CHANGED, 2, 2).withReplaces(identifier(3)),
        stated(LICENCE_ISSUED, 3, 1),
        stated(LICENCE_ISSUED, 4, 1).withReplaces(identifier(3)),
        stated(LICENCE_SUSPENDED, 4, 5),
        stated(LICENCE_RESUMED, 4, 5).withId("resumed-at-once"),
        stated(LICENCE_ISSUED, 4, 4).withId("issued-again"));
  }

  private List<String> state() {
    return Stream.of(1, 2, 3, 4).map(this::found).map(LicenceContract::told).toList();
  }

  private static String told(LicenceRecord it) {
    HistoryEntry content = it.content();
    return "%s %s %s content %s latest %s"
        .formatted(
            it.identifier(),
            it.status(),
            it.validTo(),
            content == null ? "" : content.id(),
            it.latest().id());
  }
}
