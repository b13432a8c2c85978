package licencehub.sharing.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.event.LicenceStatus;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Draft;
import licencehub.sharing.type.Types;
import licencehub.sharing.use.UseDecision.Allowed;
import licencehub.sharing.use.UseDecision.Denied;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UseRulesTest {
  private static final UseRules RULES = new UseRules(Duration.ofHours(2));
  private static final ItemCode OTHER_ITEM = new ItemCode("370117002099");

  /** Each denial with the one flaw that brings it. */
  static Stream<Arguments> flaws() {
    return Stream.of(
        flaw(Denial.NO_GRANT, it -> it.grants(List.of())),
        flaw(Denial.NO_GRANT, it -> it.by(new CreditCode("11330105002500287C"))),
        flaw(Denial.TYPE_NOT_GRANTED, it -> it.licence(Draft.of(Draft.IDENTITY, "A1"))),
        flaw(Denial.ITEM_NOT_GRANTED, it -> it.item(OTHER_ITEM)),
        flaw(Denial.BASIS_NOT_GRANTED, it -> it.bases(Set.of(Basis.Kind.ENTRUSTED))),
        flaw(Denial.GRANT_NOT_IN_FORCE, it -> it.term(Draft.TODAY.plusDays(1), null)),
        flaw(
            Denial.GRANT_NOT_IN_FORCE,
            it -> it.term(LocalDate.of(2026, 1, 1), Draft.TODAY.minusDays(1))),
        flaw(Denial.COPY_NOT_GRANTED, Asking::withCopy),
        flaw(Denial.FIELDS_NOT_GRANTED, it -> it.fields(Set.of("持证主体代码"))),
        flaw(
            Denial.CASE_NOT_FILED,
            it ->
                it.standing(new CaseStanding.NotFiled())
                    .terms(new Grant.Terms(false, false, true))),
        flaw(Denial.CASE_CLOSED, it -> it.standing(new CaseStanding.Closed())),
        flaw(
            Denial.CASE_OF_OTHER_ITEM,
            it -> it.standing(new CaseStanding.Open(OTHER_ITEM, Set.of(Draft.FIRM.code())))),
        flaw(Denial.LICENCE_UNKNOWN, Asking::ofNothing),
        flaw(Denial.CONSENT_NOT_BY_HOLDER, it -> it.basis(Asking.consent(Draft.PERSON.code()))),
        flaw(
            Denial.CONSENT_NOT_IN_FORCE,
            it -> it.basis(Asking.consent(Draft.FIRM.code(), Draft.NOW.plusSeconds(1)))),
        flaw(Denial.HOLDER_NOT_IN_CASE, it -> it.licence(Draft.food("A1").heldBy(Draft.PERSON))),
        flaw(Denial.TYPE_UNKNOWN, it -> it.type(null)),
        flaw(Denial.NOT_FOR_ITEM, it -> it.type(Types.food(Set.of(OTHER_ITEM)))),
        flaw(
            Denial.LICENCE_NOT_YET_IN_FORCE,
            it -> it.licence(Draft.food("A1").issued(Draft.TODAY.plusDays(1)))),
        flaw(Denial.LICENCE_SUSPENDED, it -> it.licence(status(LicenceStatus.SUSPENDED))),
        flaw(Denial.LICENCE_REVOKED, it -> it.licence(status(LicenceStatus.REVOKED))),
        flaw(Denial.LICENCE_CANCELLED, it -> it.licence(status(LicenceStatus.CANCELLED))),
        flaw(Denial.LICENCE_REPLACED, it -> it.licence(status(LicenceStatus.REPLACED))),
        flaw(
            Denial.LICENCE_EXPIRED,
            it -> it.licence(Draft.food("A1").until(Draft.TODAY.minusDays(1)))),
        flaw(Denial.QUOTA_OF_DAY, it -> it.used(new Circumstances.Tally(10, 10))),
        flaw(Denial.QUOTA_IN_ALL, it -> it.used(new Circumstances.Tally(0, 1000))));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void one_flaw_is_one_denial(Denial denial, Change change) {
    assertThat(change.of(new Asking()).decide(RULES)).isEqualTo(new Denied(denial));
  }

  @Test
  void every_denial_is_met_by_a_flaw_or_by_a_use_code() {
    Set<Denial> met = EnumSet.of(Denial.USE_EXPIRED, Denial.USE_OF_OTHER_CASE);
    flaws().forEach(it -> met.add((Denial) it.get()[0]));
    assertThat(met).containsExactlyInAnyOrder(Denial.values());
  }

  @Test
  void without_a_grant_an_unknown_licence_is_answered_like_a_known_one() {
    List<Change> changes =
        List.of(
            it -> it.grants(List.of()),
            it -> it.licence(Draft.of(Draft.IDENTITY, "A1")),
            it -> it.item(OTHER_ITEM),
            it -> it.bases(Set.of(Basis.Kind.ENTRUSTED)));
    for (Change each : changes) {
      assertThat(each.of(new Asking().ofNothing()).decide(RULES))
          .isEqualTo(each.of(new Asking()).decide(RULES));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_denial_says_what_can_be_done(Denial denial) {
    assertThat(denial.remedy().zh()).isNotBlank();
    assertThat(denial.remedy().en()).isNotBlank();
  }

  @Test
  void what_has_no_flaw_is_allowed_with_the_granted_fields() {
    assertThat(new Asking().decide(RULES))
        .isEqualTo(
            new Allowed(new Asking().grant(), Set.of("经营项目", "证照编号"), Draft.NOW.plusSeconds(7200)));
  }

  @Test
  void only_what_is_both_asked_for_and_granted_is_shown_whatever_it_is_called() {
    Allowed allowed = (Allowed) new Asking().fields(Set.of("KZ_JYXM", "持证主体", "住所")).decide(RULES);
    assertThat(allowed.fields()).containsExactly("经营项目");
  }

  @Test
  void a_grant_without_fields_lets_claims_be_compared() {
    Allowed allowed = (Allowed) new Asking().granting(Set.of()).decide(RULES);
    assertThat(allowed.fields()).isEmpty();
  }

  @Test
  void a_grant_holds_on_its_first_and_on_its_last_day() {
    assertThat(new Asking().term(Draft.TODAY, Draft.TODAY).decide(RULES))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void a_licence_holds_on_its_last_day() {
    assertThat(new Asking().licence(Draft.food("A1").until(Draft.TODAY)).decide(RULES))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void the_last_use_of_a_quota_is_a_use() {
    assertThat(new Asking().used(new Circumstances.Tally(9, 999)).decide(RULES))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void at_a_counter_the_case_is_not_yet_known() {
    assertThat(new Asking().standing(new CaseStanding.NotFiled()).decide(RULES))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void a_wider_or_narrower_code_of_the_cases_item_is_the_same_item() {
    CaseStanding wide =
        new CaseStanding.Open(new ItemCode("370117002011"), Set.of(Draft.FIRM.code()));
    assertThat(new Asking().standing(wide).decide(RULES)).isInstanceOf(Allowed.class);
    CaseStanding none = new CaseStanding.Open(null, Set.of());
    assertThat(new Asking().standing(none).decide(RULES)).isInstanceOf(Allowed.class);
  }

  @Test
  void the_holders_own_consent_reaches_beyond_the_case() {
    Asking landlord =
        new Asking()
            .licence(Draft.food("A1").heldBy(Draft.PERSON))
            .basis(Asking.consent(Draft.PERSON.code()));
    assertThat(landlord.decide(RULES)).isInstanceOf(Allowed.class);
  }

  @Test
  void a_grant_for_any_holder_reaches_beyond_the_case_by_function() {
    assertThat(
            new Asking()
                .licence(Draft.food("A1").heldBy(Draft.PERSON))
                .terms(new Grant.Terms(false, true, false))
                .decide(RULES))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void who_is_entrusted_acts_by_the_holders_will() {
    Basis mine = entrusted(Draft.NOW, Draft.NOW.plusSeconds(60));
    Allowed allowed = (Allowed) new Asking().basis(mine).decide(RULES);
    assertThat(allowed.expires()).isEqualTo(Draft.NOW.plusSeconds(60));
    assertThat(new Asking().basis(entrusted(Draft.NOW.minusSeconds(60), Draft.NOW)).decide(RULES))
        .isEqualTo(new Denied(Denial.CONSENT_NOT_IN_FORCE));
  }

  @Test
  void a_use_ends_with_the_grant_if_that_is_sooner() {
    Instant late = ChinaTime.startOf(Draft.TODAY.plusDays(1)).minusSeconds(600);
    Allowed allowed = (Allowed) new Asking().at(late).term(Draft.TODAY, Draft.TODAY).decide(RULES);
    assertThat(allowed.expires()).isEqualTo(late.plusSeconds(600));
  }

  @Test
  void of_several_grants_the_one_that_shows_most_counts_then_the_first() {
    Grant little = new Asking().id("a-little").granting(Set.of("经营项目")).grant();
    Grant much = new Asking().id("b-much").granting(Set.of("经营项目", "持证主体")).grant();
    Grant same = new Asking().id("c-same").granting(Set.of("经营项目", "住所")).grant();
    Asking asking = new Asking().grants(List.of(same, little, much));
    assertThat(((Allowed) asking.decide(RULES)).grant().id()).isEqualTo("b-much");
    assertThat(((Allowed) asking.fields(Set.of("经营项目")).decide(RULES)).grant().id())
        .isEqualTo("a-little");
  }

  @Test
  void of_several_grants_that_will_not_do_the_nearest_miss_is_told() {
    Grant otherItem = new Asking().id("a1").items(new ItemScope.Only(Set.of(OTHER_ITEM))).grant();
    Grant over =
        new Asking().id("b1").term(Draft.TODAY.minusDays(9), Draft.TODAY.minusDays(1)).grant();
    assertThat(new Asking().grants(List.of(over, otherItem)).decide(RULES))
        .isEqualTo(new Denied(Denial.GRANT_NOT_IN_FORCE));
  }

  @Test
  void who_has_no_grant_learns_nothing_of_the_licence() {
    assertThat(
            new Asking()
                .item(OTHER_ITEM)
                .licence(status(LicenceStatus.REVOKED))
                .standing(new CaseStanding.Closed())
                .decide(RULES))
        .isEqualTo(new Denied(Denial.ITEM_NOT_GRANTED));
  }

  @Test
  void an_empty_scope_admits_nothing_and_any_admits_all() {
    assertThat(new ItemScope.Only(Set.of()).admits(OTHER_ITEM)).isFalse();
    assertThat(new ItemScope.Any().admits(OTHER_ITEM)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_GRANT, 100", "LICENCE_REVOKED, 21", "LICENCE_CANCELLED, 21", "LICENCE_EXPIRED, 22",
    "LICENCE_SUSPENDED, 23", "CONSENT_NOT_BY_HOLDER, 11", "TYPE_UNKNOWN, 13", "QUOTA_OF_DAY, 23"
  })
  void existing_clients_get_the_status_they_know(Denial denial, int status) {
    assertThat(denial.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void a_denial_is_found_by_its_code(Denial denial) {
    assertThat(Denial.find(denial.code())).contains(denial);
    assertThat(denial.code()).matches("[a-z]+\\.[a-z-]+");
    assertThat(Arrays.stream(Denial.values()).map(Denial::code)).doesNotHaveDuplicates();
  }

  @Test
  void unsound_grants_and_requests_are_refused() {
    for (Runnable making :
        List.<Runnable>of(
            () -> new Asking().id("A B").grant(),
            () -> new Asking().term(Draft.TODAY, Draft.TODAY.minusDays(1)).grant(),
            () -> new Grant.Quota(0, 1),
            () -> entrusted(Draft.NOW, Draft.NOW),
            () -> request("", "核验"),
            () -> request("zhang.san", "长".repeat(201)))) {
      assertThatThrownBy(making::run).isInstanceOf(MalformedValue.class);
    }
  }

  private static UseRequest request(String operator, String purpose) {
    return new UseRequest(
        Draft.ISSUER.code(),
        operator,
        OTHER_ITEM,
        new CaseNumber("C-1"),
        purpose,
        new Basis.ByFunction(),
        Set.of(),
        false);
  }

  private static Basis entrusted(Instant from, Instant until) {
    return new Basis.Entrusted(Draft.FIRM.code(), Draft.PERSON.code(), "POA-1", from, until);
  }

  private static Draft status(LicenceStatus status) {
    return Draft.food("A1").status(status);
  }

  /** What a test changes about a request that would be allowed. */
  interface Change {
    Asking of(Asking asking);
  }

  private static Arguments flaw(Denial denial, Change change) {
    return Arguments.of(denial, change);
  }

  @Test
  void an_unused_grant_needs_no_entry() {
    Map<String, Circumstances.Tally> none = Map.of();
    assertThat(
            new Circumstances(Draft.food("A1").licence(), null, new CaseStanding.NotFiled(), none)
                .used(new Asking().grant()))
        .isEqualTo(new Circumstances.Tally(0, 0));
  }
}
