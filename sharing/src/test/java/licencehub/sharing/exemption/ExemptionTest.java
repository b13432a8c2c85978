package licencehub.sharing.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.event.LicenceStatus;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Decision.Submit;
import licencehub.sharing.exemption.Decision.Undecided;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Parties;
import licencehub.sharing.item.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExemptionTest {
  private static final Exemption RULES = new Exemption(Duration.ofHours(24));
  private static final Silence NATION =
      new Silence("nation", new RegionCode("000000"), Draft.NOW.plusSeconds(600));
  private static final Silence GUANGDONG = new Silence("guangdong", new RegionCode("440000"), null);

  @Test
  void a_licence_that_meets_everything_exempts() {
    Decision decision = decide(List.of(Draft.food("A1").licence()));
    assertThat(decision).isInstanceOf(Exempt.class);
    assertThat(((Exempt) decision).why().zh()).contains("食品经营许可证", "有效期至2030-01-01");
  }

  @Test
  void without_any_licence_it_is_to_be_submitted() {
    assertThat(obstacles(decide(List.of()))).containsExactly(Obstacle.NO_LICENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, SUSPENDED",
    "REVOKED, REVOKED",
    "CANCELLED, CANCELLED",
    "REPLACED, REPLACED",
    "EXPIRED, EXPIRED"
  })
  void a_licence_that_does_not_hold_exempts_from_nothing(LicenceStatus status, Obstacle obstacle) {
    assertThat(obstacles(decide(List.of(Draft.food("A1").status(status).licence()))))
        .containsExactly(obstacle);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 0, EXPIRED",
    "2026-03-02, 0, ",
    "2026-03-02, 1, ENDS_TOO_SOON",
    "2026-03-31, 30, ENDS_TOO_SOON",
    "2026-04-01, 30, ",
    ", 36500, "
  })
  void remaining_days_count_from_today(
      @Nullable LocalDate until, int days, @Nullable Obstacle obstacle) {
    Acceptance acceptance =
        new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, days, Set.of(), List.of());
    Decision decision =
        decide(acceptance, enquiry(List.of(Draft.food("A1").until(until).licence())));
    assertThat(obstacles(decision)).isEqualTo(obstacle == null ? List.of() : List.of(obstacle));
  }

  @Test
  void a_licence_that_begins_tomorrow_is_no_licence_today() {
    assertThat(
            obstacles(decide(List.of(Draft.food("A1").issued(Draft.TODAY.plusDays(1)).licence()))))
        .containsExactly(Obstacle.NOT_YET_IN_FORCE);
    assertThat(obstacles(decide(List.of(Draft.food("A1").issued(Draft.TODAY).licence()))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"440300, true", "440305, true", "440000, false", "310000, false"})
  void the_issuing_region_counts(String region, boolean accepted) {
    Decision decision =
        decide(
            Guides.accepting(Set.of(new RegionCode("440300")), List.of()),
            enquiry(List.of(Draft.food("A1").in(region).licence())));
    assertThat(obstacles(decision))
        .isEqualTo(accepted ? List.of() : List.of(Obstacle.REGION_NOT_ACCEPTED));
  }

  @Test
  void a_field_that_says_otherwise_is_told_by_name_and_not_by_value() {
    Decision decision =
        decide(
            Guides.accepting(Set.of(), List.of(new FieldRule.Contains("经营项目", "冷食类"))),
            enquiry(List.of(Draft.food("A1").licence())));
    assertThat(obstacles(decision)).containsExactly(Obstacle.FIELD_NOT_ACCEPTED);
    Text detail = ((Submit) decision).objections().getFirst().detail();
    assertThat(detail.zh()).contains("经营项目", "冷食类").doesNotContain("预包装");
  }

  @Test
  void a_field_that_is_not_there_is_another_matter() {
    Decision decision =
        decide(
            Guides.accepting(Set.of(), List.of(new FieldRule.Contains("经营项目", "冷食类"))),
            enquiry(List.of(Draft.food("A1").without("经营项目").licence())));
    assertThat(obstacles(decision)).containsExactly(Obstacle.FIELD_ABSENT);
  }

  @Test
  void every_objection_to_a_licence_is_told() {
    Decision decision =
        decide(
            Guides.accepting(
                Set.of(new RegionCode("310000")), List.of(new FieldRule.Contains("经营项目", "冷食类"))),
            enquiry(List.of(Draft.food("A1").status(LicenceStatus.SUSPENDED).licence())));
    assertThat(obstacles(decision))
        .containsExactly(
            Obstacle.SUSPENDED, Obstacle.REGION_NOT_ACCEPTED, Obstacle.FIELD_NOT_ACCEPTED);
  }

  @Test
  void the_legal_representatives_own_licence_is_wanted_not_the_applicants() {
    Acceptance acceptance =
        new Acceptance(Set.of(Draft.FOOD), Party.LEGAL_REPRESENTATIVE, 0, Set.of(), List.of());
    List<Licence> licences =
        List.of(Draft.food("A1").licence(), Draft.food("A2").heldBy(Draft.PERSON).licence());
    Decision decision = decide(acceptance, enquiry(licences));
    assertThat(((Exempt) decision).licence().identifier().serial()).isEqualTo("A2");
    assertThat(obstacles(decide(acceptance, enquiry(licences.subList(0, 1)))))
        .containsExactly(Obstacle.OTHER_HOLDER);
  }

  @Test
  void a_licence_that_no_party_holds_is_not_even_named() {
    Decision decision =
        RULES
            .decide(
                Guides.guide(Guides.ACCEPTANCE),
                new Enquiry(
                    Parties.applicant(Draft.PERSON),
                    List.of(Draft.food("A1").licence()),
                    List.of(),
                    Draft.NOW))
            .getFirst();
    assertThat(obstacles(decision)).containsExactly(Obstacle.NO_LICENCE);
  }

  @Test
  void somebody_who_was_not_named_cannot_be_looked_up_whoever_is_silent() {
    Acceptance acceptance = new Acceptance(Set.of(Draft.FOOD), Party.AGENT, 0, Set.of(), List.of());
    Decision decision =
        decide(acceptance, new Enquiry(Guides.PARTIES, List.of(), List.of(NATION), Draft.NOW));
    assertThat(obstacles(decision)).containsExactly(Obstacle.PARTY_UNKNOWN);
    assertThat(decision).isInstanceOf(Submit.class);
  }

  @Test
  void a_document_no_licence_stands_for_is_submitted_whoever_is_silent() {
    Decision decision =
        RULES
            .decide(
                Guides.guide(Guides.onPaper("P1")),
                new Enquiry(Guides.PARTIES, List.of(), List.of(NATION), Draft.NOW))
            .getFirst();
    assertThat(obstacles(decision)).containsExactly(Obstacle.NOT_BY_LICENCE);
  }

  @Test
  void silence_is_never_no() {
    Decision decision =
        decide(
            Guides.ACCEPTANCE,
            new Enquiry(
                Guides.PARTIES,
                List.of(Draft.food("A1").status(LicenceStatus.REVOKED).licence()),
                List.of(NATION, GUANGDONG),
                Draft.NOW));
    Undecided undecided = (Undecided) decision;
    assertThat(undecided.silent()).containsExactly(GUANGDONG, NATION);
    assertThat(undecided.objections())
        .extracting(Objection::obstacle)
        .containsExactly(Obstacle.REVOKED);
  }

  @Test
  void a_licence_that_is_known_needs_no_silent_hub() {
    assertThat(
            decide(
                Guides.ACCEPTANCE,
                new Enquiry(
                    Guides.PARTIES,
                    List.of(Draft.food("A1").licence()),
                    List.of(NATION),
                    Draft.NOW)))
        .isInstanceOf(Exempt.class);
  }

  @ParameterizedTest
  @CsvSource({
    "000000, true",
    "440000, true",
    "440300, true",
    "440305, true",
    "440400, false",
    "310000, false"
  })
  void the_silence_of_a_hub_that_could_not_know_does_not_count(String region, boolean counts) {
    Silence silence = new Silence("peer", new RegionCode(region), null);
    Decision decision =
        decide(
            Guides.accepting(Set.of(new RegionCode("440300")), List.of()),
            new Enquiry(Guides.PARTIES, List.of(), List.of(silence), Draft.NOW));
    assertThat(decision).isInstanceOf(counts ? Undecided.class : Submit.class);
  }

  @Test
  void what_is_known_only_from_long_ago_makes_its_hub_silent() {
    Licence fresh =
        Draft.food("A1").saidBy("peer", Draft.NOW.minus(Duration.ofHours(24))).licence();
    assertThat(decide(List.of(fresh))).isInstanceOf(Exempt.class);
    Licence stale =
        Draft.food("A1")
            .saidBy("peer", Draft.NOW.minus(Duration.ofHours(24)).minusMillis(1))
            .licence();
    Undecided undecided = (Undecided) decide(List.of(stale));
    assertThat(undecided.silent()).extracting(Silence::hub).containsExactly("peer");
    assertThat(undecided.objections())
        .extracting(Objection::obstacle)
        .containsExactly(Obstacle.STALE);
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, true",
    "EXPIRED, true",
    "REVOKED, false",
    "CANCELLED, false",
    "REPLACED, false"
  })
  void bad_news_from_long_ago_is_no_answer_where_it_may_have_passed(
      LicenceStatus status, boolean undecided) {
    Licence stale =
        Draft.food("A1").status(status).saidBy("peer", Draft.NOW.minusSeconds(90_000)).licence();
    Decision decision = decide(List.of(stale));
    assertThat(decision).isInstanceOf(undecided ? Undecided.class : Submit.class);
    Licence fresh = Draft.food("A1").status(status).saidBy("peer", Draft.NOW).licence();
    assertThat(decide(List.of(fresh))).isInstanceOf(Submit.class);
  }

  @Test
  void of_one_licence_the_last_word_counts_and_in_doubt_the_worse_one() {
    Licence copy = Draft.food("A1").saidBy("peer", Draft.NOW.minusSeconds(60)).licence();
    Licence later =
        Draft.food("A1").status(LicenceStatus.REVOKED).saidBy("home", Draft.NOW).licence();
    assertThat(obstacles(decide(List.of(later, copy)))).containsExactly(Obstacle.REVOKED);
    assertThat(obstacles(decide(List.of(copy, later)))).containsExactly(Obstacle.REVOKED);
    Licence same = Draft.food("A1").saidBy("peer", Draft.NOW).licence();
    assertThat(obstacles(decide(List.of(same, later)))).containsExactly(Obstacle.REVOKED);
  }

  @Test
  void the_longest_validity_wins_then_the_latest_issue_then_the_identifier() {
    List<Licence> inOrder =
        List.of(
            Draft.food("B3").until(null).licence(),
            Draft.food("B4").until(null).issued(LocalDate.of(2024, 1, 1)).licence(),
            Draft.food("B1").until(LocalDate.of(2031, 1, 1)).licence(),
            Draft.food("A1").licence(),
            Draft.food("A2").licence());
    Random random = new Random(3);
    for (int from = 0; from < inOrder.size(); from++) {
      List<Licence> some = new ArrayList<>(inOrder.subList(from, inOrder.size()));
      for (int i = 0; i < 20; i++) {
        Collections.shuffle(some, random);
        assertThat(((Exempt) decide(some)).licence()).isEqualTo(inOrder.get(from));
      }
    }
  }

  @Test
  void another_way_of_being_met_is_as_good() {
    Acceptance narrow = Guides.accepting(Set.of(), List.of(new FieldRule.Contains("经营项目", "冷食类")));
    Decision decision =
        RULES
            .decide(
                Guides.guide(Guides.document("D1", narrow, Guides.ACCEPTANCE)),
                enquiry(List.of(Draft.food("A1").licence())))
            .getFirst();
    assertThat(decision).isInstanceOf(Exempt.class);
  }

  @Test
  void of_several_ways_the_nearest_miss_is_told() {
    Acceptance far =
        Guides.accepting(
            Set.of(new RegionCode("310000")), List.of(new FieldRule.Contains("经营项目", "冷食类")));
    Acceptance near = Guides.accepting(Set.of(new RegionCode("310000")), List.of());
    for (Acceptance[] ways : new Acceptance[][] {{far, near}, {near, far}}) {
      Decision decision =
          RULES
              .decide(
                  Guides.guide(Guides.document("D1", ways)),
                  enquiry(List.of(Draft.food("A1").licence())))
              .getFirst();
      assertThat(obstacles(decision)).containsExactly(Obstacle.REGION_NOT_ACCEPTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_obstacle_has_a_code_of_its_own(Obstacle obstacle) {
    assertThat(Obstacle.find(obstacle.code())).contains(obstacle);
    assertThat(obstacle.code()).matches("[a-z]+\\.[a-z-]+");
    assertThat(Arrays.stream(Obstacle.values()).map(Obstacle::code)).doesNotHaveDuplicates();
  }

  @Test
  void nothing_is_undecided_unless_somebody_is_silent() {
    assertThatThrownBy(() -> new Undecided(Guides.onPaper("P1"), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Enquiry enquiry(List<Licence> licences) {
    return new Enquiry(Guides.PARTIES, licences, List.of(), Draft.NOW);
  }

  private static Decision decide(List<Licence> licences) {
    return decide(Guides.ACCEPTANCE, enquiry(licences));
  }

  private static Decision decide(Acceptance acceptance, Enquiry enquiry) {
    return RULES.decide(Guides.guide(acceptance), enquiry).getFirst();
  }

  private static List<Obstacle> obstacles(Decision decision) {
    return switch (decision) {
      case Exempt it -> List.of();
      case Submit it -> it.objections().stream().map(Objection::obstacle).toList();
      case Undecided it -> throw new AssertionError("undecided: " + it.silent());
    };
  }
}
