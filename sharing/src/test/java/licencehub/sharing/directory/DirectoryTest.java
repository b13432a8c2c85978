package licencehub.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Draft;
import licencehub.sharing.Origin;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.FieldRule;
import licencehub.sharing.item.Form;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Necessity;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.type.Types;
import licencehub.sharing.use.Basis;
import licencehub.sharing.use.Grant;
import licencehub.sharing.use.ItemScope;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final String BASIC = "370117002011";
  private static final String TASK = "11370800MB285591843" + BASIC;
  private static final LicenceType FOOD = Types.food();

  @Test
  void the_closest_guide_in_its_newest_version_counts() {
    Directory directory =
        directory(
            FOOD,
            guide(BASIC, 1),
            guide(BASIC, 3),
            guide(BASIC, 2),
            guide(TASK, 1),
            guide(TASK + "01", 1));
    assertThat(found(directory, TASK + "01")).isEqualTo(TASK + "01 v1");
    assertThat(found(directory, TASK + "02")).isEqualTo(TASK + " v1");
    assertThat(found(directory, "1131000068735121X02" + BASIC)).isEqualTo(BASIC + " v3");
    assertThat(directory.guide(new ItemCode("1131000068735121X02" + BASIC), 2)).isPresent();
    assertThat(directory.guide(new ItemCode("370117002012"))).isEmpty();
  }

  @Test
  void a_type_and_the_grants_of_an_organisation_are_found() {
    Directory directory =
        new Directory(List.of(FOOD), List.of(), List.of(grant("g1", FOOD.code(), "经营项目")));
    assertThat(directory.type(Draft.FOOD)).contains(FOOD);
    assertThat(directory.type(Draft.IDENTITY)).isEmpty();
    assertThat(directory.grants(Draft.ISSUER.code())).hasSize(1);
    assertThat(directory.grants(new CreditCode("11330105002500287C"))).isEmpty();
  }

  @Test
  void a_sound_directory_has_no_contradiction() {
    assertThat(Contradiction.of(directory(FOOD, guide(BASIC, 1), guide(BASIC, 2)))).isEmpty();
  }

  @Test
  void what_stands_twice_is_told_once() {
    Directory twice =
        new Directory(
            List.of(FOOD, FOOD, FOOD),
            List.of(guide(BASIC, 1), guide(BASIC, 1)),
            List.of(grant("g1", FOOD.code(), "经营项目"), grant("g1", FOOD.code(), "经营项目")));
    assertThat(Contradiction.of(twice))
        .extracting(Contradiction::subject)
        .containsExactly(FOOD.code().text(), BASIC + " v1", "g1");
  }

  @Test
  void a_type_nobody_defined_is_a_contradiction() {
    Directory directory =
        new Directory(
            List.of(), List.of(guide(BASIC, 1)), List.of(grant("g1", Draft.IDENTITY, "经营项目")));
    assertThat(Contradiction.of(directory))
        .extracting(Contradiction::subject)
        .containsExactly(BASIC + " D1", "g1");
  }

  @Test
  void a_field_no_type_has_is_a_contradiction() {
    Directory directory =
        new Directory(
            List.of(FOOD),
            List.of(guide(BASIC, 1, new FieldRule.Is("经营项日", "x"))),
            List.of(grant("g1", FOOD.code(), "经营项日"), grant("g2", FOOD.code(), "ZZBH")));
    assertThat(Contradiction.of(directory))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.text().zh()).contains("经营项日"));
  }

  @Test
  void a_type_that_may_not_serve_the_item_is_a_contradiction() {
    LicenceType elsewhere = Types.food(Set.of(new ItemCode("370117002099")));
    assertThat(Contradiction.of(directory(elsewhere, guide(BASIC, 1))))
        .extracting(it -> it.text().en())
        .containsExactly(
            "food operation licence may not serve this item; widen its serves or drop the type");
  }

  private static String found(Directory directory, String code) {
    return directory
        .guide(new ItemCode(code))
        .map(it -> it.code() + " v" + it.version())
        .orElse("none");
  }

  private static Directory directory(LicenceType type, ItemGuide... guides) {
    return new Directory(List.of(type), List.of(guides), List.of());
  }

  private static ItemGuide guide(String code, int version, FieldRule... rules) {
    Acceptance acceptance =
        new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, 0, Set.of(), List.of(rules));
    return new ItemGuide(
        new ItemCode(code),
        version,
        Text.of("事项", "item"),
        Origin.DEMO,
        List.of(
            new RequiredDocument(
                "D1",
                Text.of("材料", "document"),
                Necessity.REQUIRED,
                0,
                Set.of(Form.LICENCE),
                List.of(acceptance))));
  }

  private static Grant grant(String id, LicenceTypeCode type, String field) {
    return new Grant(
        id,
        Draft.ISSUER.code(),
        "核验",
        new ItemScope.Any(),
        Set.of(type),
        Set.of(field),
        Set.of(Basis.Kind.BY_FUNCTION),
        Grant.Terms.USUAL,
        new Grant.Quota(1, 1),
        LocalDate.of(2026, 1, 1),
        null);
  }
}
