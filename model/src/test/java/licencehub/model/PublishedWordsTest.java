package licencehub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on a wire may be added to, never changed. */
class PublishedWordsTest {
  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void a_reason_is_found_by_its_code(Reason reason) {
    assertThat(Reason.find(reason.code())).contains(reason);
    assertThat(reason.code()).matches("[a-z]+\\.[a-z-]+");
  }

  @ParameterizedTest
  @EnumSource
  void an_event_type_is_found_by_its_published_name(EventType type) {
    assertThat(EventType.parse(type.wire())).isEqualTo(type);
    assertThat(type.wire()).matches("(licence|case|joint|use|feedback|scan)\\.[a-z-]+\\.v1");
    assertThat(type.isLicence()).isEqualTo(type.wire().startsWith("licence"));
    assertThat(type.isHubs())
        .isEqualTo(type.wire().matches("(use|feedback|scan)\\..*|licence\\.expired\\.v1"));
  }

  @Test
  void these_event_types_are_published() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::wire))
        .contains(
            "licence.issued.v1",
            "licence.changed.v1",
            "licence.suspended.v1",
            "licence.resumed.v1",
            "licence.revoked.v1",
            "licence.cancelled.v1",
            "case.applied.v1",
            "case.accepted.v1",
            "case.step.v1",
            "case.supplement-requested.v1",
            "case.supplement-received.v1",
            "case.special-procedure-started.v1",
            "case.special-procedure-ended.v1",
            "case.completed.v1",
            "case.collected.v1",
            "use.authorised.v1",
            "use.recalled.v1",
            "use.obtained.v1",
            "feedback.reported.v1",
            "feedback.answered.v1",
            "scan.taken.v1",
            "scan.checked.v1",
            "scan.reminded.v1",
            "licence.expired.v1",
            "joint.opened.v1",
            "joint.checked.v1",
            "joint.inspected.v1");
  }
}
