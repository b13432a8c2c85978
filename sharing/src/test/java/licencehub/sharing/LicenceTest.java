package licencehub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.LicenceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LicenceTest {
  @ParameterizedTest
  @CsvSource({
    "VALID, 2024-12-31, NOT_YET_IN_FORCE",
    "VALID, 2025-01-01, IN_FORCE",
    "VALID, 2030-01-01, IN_FORCE",
    "VALID, 2030-01-02, EXPIRED",
    "EXPIRED, 2026-03-02, EXPIRED",
    "SUSPENDED, 2026-03-02, SUSPENDED",
    "SUSPENDED, 2031-01-01, SUSPENDED",
    "REVOKED, 2024-01-01, REVOKED",
    "CANCELLED, 2026-03-02, CANCELLED",
    "REPLACED, 2026-03-02, REPLACED"
  })
  void standing_follows_from_status_and_dates(LicenceStatus status, LocalDate day, Standing is) {
    assertThat(Draft.food("A1").status(status).licence().standingOn(day)).isEqualTo(is);
  }

  @Test
  void a_licence_without_end_never_expires() {
    Licence licence = Draft.food("A1").until(null).licence();
    assertThat(licence.standingOn(LocalDate.of(2999, 1, 1))).isEqualTo(Standing.IN_FORCE);
    assertThat(licence.values("有效期截止日期")).containsExactly("长期");
  }

  @Test
  void a_day_begins_in_china() {
    assertThat(ChinaTime.dayOf(Instant.parse("2026-03-01T15:59:59.999Z"))).isEqualTo("2026-03-01");
    assertThat(ChinaTime.dayOf(Instant.parse("2026-03-01T16:00:00Z"))).isEqualTo("2026-03-02");
    assertThat(ChinaTime.startOf(Draft.TODAY)).isEqualTo("2026-03-01T16:00:00Z");
  }

  @ParameterizedTest
  @EnumSource
  void an_element_is_found_by_each_of_its_names(Element element) {
    assertThat(Stream.of(element.zh(), element.column(), element.english()))
        .allSatisfy(it -> assertThat(Element.find(it)).contains(element));
    assertThat(Element.usualName(element.column())).isEqualTo(element.zh());
    assertThat(element.values(Draft.food("A1").licence())).isNotEmpty();
  }

  @Test
  void no_two_elements_share_a_name() {
    assertThat(
            Arrays.stream(Element.values())
                .flatMap(it -> Stream.of(it.zh(), it.column(), it.english())))
        .doesNotHaveDuplicates();
    assertThat(Element.find("编号")).contains(Element.NUMBER);
    assertThat(Element.find("标识")).isEmpty();
    assertThat(Element.find("经营项目")).isEmpty();
  }

  @Test
  void several_holders_are_several_values() {
    Licence licence = Draft.food("A1").heldBy(Draft.FIRM, Draft.PERSON).licence();
    assertThat(licence.values("CZZT")).isEqualTo(List.of("示例食品有限公司", "赵示例"));
    assertThat(licence.isHeldBy(Draft.PERSON.code())).isTrue();
    assertThat(licence.isHeldBy(new HolderCode(HolderCodeType.PASSPORT, "E12345678"))).isFalse();
  }

  @Test
  void a_face_item_that_is_blank_is_not_there() {
    assertThat(Draft.food("A1").face("经营项目", " ").licence().values("经营项目")).isEmpty();
    assertThat(Draft.food("A1").licence().values("无此项")).isEmpty();
  }

  @Test
  void the_text_form_names_nobody() {
    assertThat(Draft.food("A1").heldBy(Draft.PERSON).licence().toString())
        .doesNotContain("赵", Draft.PERSON.code().value(), "JY1");
  }
}
