package licencehub.sharing.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import licencehub.model.MalformedValue;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import licencehub.model.event.ChangeKind;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Statement;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Draft;
import licencehub.sharing.followup.Recall.Cause;
import licencehub.sharing.followup.Recall.Certainty;
import licencehub.sharing.followup.Recall.Notice;
import licencehub.sharing.followup.Recall.Reliance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecallTest {
  private static final Instant EFFECTIVE = ChinaTime.startOf(Draft.TODAY);
  private static final Instant DOUBTFUL = EFFECTIVE.minusSeconds(3600);
  private static final Instant UNTIL = EFFECTIVE.plusSeconds(3600);
  private static final LicenceIdentifier LICENCE = Draft.food("A1").licence().identifier();
  private static final Recall RECALL =
      new Recall(LICENCE, Cause.SUSPENDED, EFFECTIVE, DOUBTFUL, UNTIL);

  @ParameterizedTest
  @CsvSource({
    "-3601, ",
    "-3600, DOUBTFUL",
    "-1, DOUBTFUL",
    "0, CERTAIN",
    "3599, CERTAIN",
    "3600, ",
    "9999, "
  })
  void a_use_counts_by_when_it_was(int seconds, @Nullable Certainty certainty) {
    assertThat(
            RECALL
                .notice(use(1, LICENCE, EFFECTIVE.plusSeconds(seconds)))
                .map(Notice::certainty)
                .orElse(null))
        .isEqualTo(certainty);
  }

  @Test
  void without_doubt_and_without_end() {
    Recall revoked = new Recall(LICENCE, Cause.REVOKED, EFFECTIVE, null, null);
    assertThat(revoked.notice(use(1, LICENCE, EFFECTIVE.minusNanos(1)))).isEmpty();
    assertThat(revoked.notice(use(1, LICENCE, EFFECTIVE.plusSeconds(1_000_000)))).isPresent();
  }

  @Test
  void another_version_of_the_licence_is_another_licence() {
    LicenceIdentifier next = LicenceIdentifier.mint(Draft.FOOD, Draft.ISSUER.code(), "A1", 2);
    assertThat(RECALL.notice(use(1, next, EFFECTIVE))).isEmpty();
  }

  @Test
  void notices_come_in_the_order_of_time_whatever_the_order_of_uses() {
    Random random = new Random(5);
    List<Reliance> uses =
        IntStream.range(0, 300)
            .mapToObj(it -> use(it, LICENCE, EFFECTIVE.plusSeconds(random.nextInt(9000) - 4500)))
            .toList();
    List<Notice> notices = RECALL.notices(uses.stream()).toList();
    assertThat(notices)
        .isSortedAccordingTo((a, b) -> a.reliance().at().compareTo(b.reliance().at()));
    assertThat(notices)
        .hasSize(
            (int)
                uses.stream()
                    .filter(it -> !it.at().isBefore(DOUBTFUL) && it.at().isBefore(UNTIL))
                    .count());
    assertThat(RECALL.notices(uses.reversed().stream())).isEqualTo(notices);
  }

  @ParameterizedTest
  @EnumSource
  void a_notice_names_case_licence_and_what_to_do(Cause cause) {
    Recall recall = new Recall(LICENCE, cause, EFFECTIVE, DOUBTFUL, null);
    Notice certain = recall.notice(use(1, LICENCE, EFFECTIVE)).orElseThrow();
    assertThat(certain.text().zh()).contains("C-1", LICENCE.toString(), cause.text().zh(), "复查");
    Notice doubtful = recall.notice(use(1, LICENCE, DOUBTFUL)).orElseThrow();
    assertThat(doubtful.text().zh()).contains("存疑");
  }

  @ParameterizedTest
  @CsvSource({"REVOKED, DOUBTFUL", "SUSPENDED, ", "CANCELLED, "})
  void a_status_calls_back_what_came_after_it_and_a_revocation_what_came_before(
      LicenceStatus status, @Nullable Certainty before) {
    Recall recall = Recall.of(event(change(status))).orElseThrow();
    assertThat(recall.notice(use(1, LICENCE, EFFECTIVE)).orElseThrow().certainty())
        .isEqualTo(Certainty.CERTAIN);
    assertThat(
            recall
                .notice(use(1, LICENCE, EFFECTIVE.minusSeconds(1)))
                .map(Notice::certainty)
                .orElse(null))
        .isEqualTo(before);
  }

  @Test
  void a_correction_calls_back_what_was_read_before_and_a_resumption_nothing() {
    Recall recall = Recall.of(event(content())).orElseThrow();
    assertThat(recall.cause()).isEqualTo(Cause.CORRECTED);
    assertThat(recall.notice(use(1, LICENCE, EFFECTIVE)).orElseThrow().certainty())
        .isEqualTo(Certainty.DOUBTFUL);
    assertThat(recall.notice(use(1, LICENCE, UNTIL)).orElseThrow().certainty())
        .isEqualTo(Certainty.CERTAIN);
    assertThat(Recall.of(event(change(LicenceStatus.VALID)))).isEmpty();
  }

  private static Event event(Statement statement) {
    return new Event(
        new SourceId("a-front"),
        "1",
        EventType.LICENCE_CHANGED,
        LICENCE.toString(),
        UNTIL,
        2,
        statement);
  }

  private static LicenceStatusChange change(LicenceStatus status) {
    return new LicenceStatusChange(
        LICENCE, status, Draft.ISSUER, new RegionCode("440300"), Draft.TODAY);
  }

  @ParameterizedTest
  @EnumSource
  void content_that_says_how_it_follows_calls_nothing_back(ChangeKind kind) {
    assertThat(Recall.of(event(content(kind)))).isEmpty();
  }

  private static LicenceContent content() {
    return content(null);
  }

  private static LicenceContent content(@Nullable ChangeKind kind) {
    return new LicenceContent(
        LICENCE,
        "食品经营许可证",
        "JY14403070001234",
        Draft.ISSUER,
        new RegionCode("440300"),
        Draft.TODAY,
        Draft.TODAY,
        null,
        List.of(Draft.FIRM),
        null,
        null,
        kind,
        null);
  }

  @Test
  void the_doubt_begins_before_and_the_end_comes_after() {
    assertThatThrownBy(
            () -> new Recall(LICENCE, Cause.REVOKED, EFFECTIVE, EFFECTIVE.plusSeconds(1), null))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new Recall(LICENCE, Cause.REVOKED, EFFECTIVE, null, EFFECTIVE))
        .isInstanceOf(MalformedValue.class);
  }

  private static Reliance use(int n, LicenceIdentifier licence, Instant at) {
    byte[] random = new byte[16];
    new Random(n).nextBytes(random);
    CaseNumber caseNumber = new CaseNumber("C-" + n);
    return new Reliance(
        UseCode.mint(random, caseNumber), licence, caseNumber, Draft.ISSUER.code(), at);
  }
}
