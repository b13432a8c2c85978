package licencehub.sharing.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.UseCode;
import licencehub.model.event.LicenceStatus;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.Types;
import licencehub.sharing.use.UseDecision.Allowed;
import org.junit.jupiter.api.Test;

class UseTest {
  private static final Instant EXPIRES = Draft.NOW.plusSeconds(7200);
  private static final Licence LICENCE = Draft.food("A1").licence();
  private static final LicenceType TYPE = Types.food();

  @Test
  void a_use_remembers_what_was_allowed() {
    Use use = use();
    assertThat(use.code().fits(Asking.CASE)).isTrue();
    assertThat(use.fields()).containsExactlyInAnyOrder("经营项目", "证照编号");
    assertThat(use.grant()).isEqualTo("market-food");
    assertThat(use.expires()).isEqualTo(EXPIRES);
  }

  @Test
  void its_code_counts_until_it_expires() {
    assertThat(objection(Draft.NOW)).isEmpty();
    assertThat(objection(EXPIRES.minusNanos(1))).isEmpty();
    assertThat(objection(EXPIRES)).contains(Denial.USE_EXPIRED);
  }

  @Test
  void its_code_counts_in_its_own_case_alone() {
    assertThat(use().objection(new CaseNumber("C-2"), LICENCE, Draft.NOW))
        .contains(Denial.USE_OF_OTHER_CASE);
    assertThatThrownBy(
            () ->
                new Use(
                    UseCode.mint(new byte[16], new CaseNumber("C-2")),
                    Asking.CASE,
                    LICENCE.identifier(),
                    "g1",
                    Set.of(),
                    false,
                    Draft.NOW,
                    EXPIRES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_licence_revoked_since_is_not_shown() {
    Licence revoked = Draft.food("A1").status(LicenceStatus.REVOKED).licence();
    assertThat(use().objection(Asking.CASE, revoked, Draft.NOW)).contains(Denial.LICENCE_REVOKED);
  }

  @Test
  void granted_fields_are_shown_in_the_order_of_the_face_and_nothing_else() {
    Licence licence = Draft.food("A1").face("住所", "示例市某区某路1号").licence();
    assertThat(Disclosure.granted(licence, TYPE, Set.of("ZZBH", "KZ_JYXM", "无此项")))
        .containsExactly(
            Map.entry("经营项目", "预包装食品销售；热食类食品制售"), Map.entry("证照编号", "JY14403070001234"));
  }

  @Test
  void before_any_use_nothing_personal_is_shown() {
    Licence licence =
        Draft.food("A1")
            .heldBy(Draft.PERSON, Draft.FIRM)
            .number("JY14403070001234")
            .face("住所", "东海市南山区某路1号")
            .face("负责人", "钱样本")
            .licence();
    Map<String, String> shown = Disclosure.masked(licence, TYPE);
    assertThat(shown)
        .containsEntry("持证主体", "赵**、示例食品有限公司")
        .containsEntry("证照编号", "JY14****1234")
        .containsEntry("住所", "东海市南山区****")
        .containsEntry("负责人", "钱**")
        .containsEntry("经营项目", "预包装食品销售；热食类食品制售");
    assertThat(shown.toString())
        .doesNotContain("赵示例", "钱样本", Draft.PERSON.code().value(), "JY14403070001234");
  }

  @Test
  void masked_or_not_what_is_not_granted_is_not_shown() {
    assertThat(Disclosure.masked(LICENCE, TYPE, Set.of("KZ_JYXM", "持证主体代码")))
        .containsOnlyKeys("经营项目", "持证主体代码");
    assertThat(Disclosure.masked(LICENCE, TYPE, Set.of())).isEmpty();
  }

  @Test
  void an_organisations_licence_number_is_public() {
    assertThat(Disclosure.masked(LICENCE, TYPE)).containsEntry("证照编号", "JY14403070001234");
  }

  @Test
  void what_the_type_does_not_know_is_not_shown_at_all() {
    Licence licence = Draft.food("A1").face("手机", "13800001234").licence();
    assertThat(Disclosure.masked(licence, TYPE)).doesNotContainKey("手机");
  }

  private static Optional<Denial> objection(Instant at) {
    return use().objection(Asking.CASE, LICENCE, at);
  }

  private static Use use() {
    Asking asking = new Asking();
    Allowed allowed = (Allowed) asking.decide(new UseRules(Duration.ofHours(2)));
    return Use.of(asking.request(), LICENCE.identifier(), allowed, new byte[16], Draft.NOW);
  }
}
