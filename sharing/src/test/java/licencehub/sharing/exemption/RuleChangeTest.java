package licencehub.sharing.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.RegionCode;
import licencehub.sharing.Draft;
import licencehub.sharing.exemption.RuleChange.Change;
import licencehub.sharing.exemption.RuleChange.Move;
import licencehub.sharing.exemption.RuleChange.Outcome;
import licencehub.sharing.exemption.RuleChange.Summary;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Party;
import org.junit.jupiter.api.Test;

class RuleChangeTest {
  private static final Exemption RULES = new Exemption(Duration.ofDays(1));
  private static final ItemGuide BEFORE =
      Guides.guide(
          List.of(
              Guides.document("D1", Guides.ACCEPTANCE), Guides.document("D2", Guides.ACCEPTANCE)));

  /** D1 only from Shenzhen from now on, D2 no longer asked for, D3 new. */
  private static final ItemGuide AFTER =
      Guides.guide(
          List.of(
              Guides.document("D1", Guides.accepting(Set.of(new RegionCode("440300")), List.of())),
              Guides.document("D3", Guides.ACCEPTANCE)));

  @Test
  void a_guide_that_stays_changes_nothing() {
    RuleChange change = new RuleChange(RULES, BEFORE, BEFORE);
    assertThat(change.changes(cases(50))).isEmpty();
    assertThat(change.summary(cases(50)).documents().values())
        .allSatisfy(it -> assertThat(it.changed()).isZero());
  }

  @Test
  void each_changed_document_of_each_case_is_told() {
    List<Change> changes =
        new RuleChange(RULES, BEFORE, AFTER).changes(Stream.of(past(1, "310000"))).toList();
    assertThat(changes)
        .containsExactly(
            new Change(number(1), "D1", new Move(Outcome.EXEMPT, Outcome.SUBMIT)),
            new Change(number(1), "D2", new Move(Outcome.EXEMPT, Outcome.NOT_ASKED)),
            new Change(number(1), "D3", new Move(Outcome.NOT_ASKED, Outcome.EXEMPT)));
  }

  @Test
  void the_summary_counts_what_became_what_and_adds_up() {
    Summary summary = new RuleChange(RULES, BEFORE, AFTER).summary(cases(90));
    assertThat(summary.cases()).isEqualTo(90);
    assertThat(summary.documents().keySet()).containsExactly("D1", "D2", "D3");
    RuleChange.Tally first = summary.documents().get("D1");
    assertThat(first).isNotNull();
    assertThat(first.count(Outcome.EXEMPT, Outcome.SUBMIT)).isEqualTo(60);
    assertThat(first.count(Outcome.EXEMPT, Outcome.EXEMPT)).isEqualTo(30);
    assertThat(first.count(Outcome.SUBMIT, Outcome.EXEMPT)).isZero();
    assertThat(first.changed()).isEqualTo(60);
    assertThat(first.examples()).hasSize(20).startsWith(number(1), number(2), number(4));
    assertThat(summary.documents().values())
        .allSatisfy(
            it ->
                assertThat(it.moves().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(90));
  }

  @Test
  void a_shorter_validity_exempts_more_and_never_less() {
    ItemGuide strict = Guides.guide(remaining(2000));
    ItemGuide lax = Guides.guide(remaining(30));
    assertThat(new RuleChange(RULES, strict, lax).changes(cases(60)))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.move().after()).isEqualTo(Outcome.EXEMPT));
  }

  @Test
  void a_silent_hub_of_the_past_is_undecided_then_as_now() {
    PastCase silent =
        new PastCase(
            number(1),
            new Enquiry(
                Guides.PARTIES,
                List.of(),
                List.of(new Silence("peer", new RegionCode("310000"), null)),
                Draft.NOW));
    assertThat(new RuleChange(RULES, BEFORE, AFTER).changes(Stream.of(silent)))
        .extracting(Change::move)
        .containsExactly(
            new Move(Outcome.UNDECIDED, Outcome.SUBMIT),
            new Move(Outcome.UNDECIDED, Outcome.NOT_ASKED),
            new Move(Outcome.NOT_ASKED, Outcome.UNDECIDED));
  }

  private static Acceptance remaining(int days) {
    return new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, days, Set.of(), List.of());
  }

  /** Every third case has a licence of Shenzhen, the others of Shanghai. */
  private static Stream<PastCase> cases(int count) {
    return IntStream.range(0, count).mapToObj(it -> past(it, it % 3 == 0 ? "440300" : "310000"));
  }

  private static PastCase past(int n, String region) {
    return new PastCase(
        number(n),
        new Enquiry(
            Guides.PARTIES,
            List.of(Draft.food("S" + n).in(region).licence()),
            List.of(),
            Draft.NOW));
  }

  private static CaseNumber number(int n) {
    return new CaseNumber("C-" + n);
  }
}
