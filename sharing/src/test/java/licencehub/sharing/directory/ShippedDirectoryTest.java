package licencehub.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.Origin;
import licencehub.sharing.exemption.Decision;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Enquiry;
import licencehub.sharing.exemption.Exemption;
import licencehub.sharing.item.ItemGuide;
import licencehub.sharing.item.Parties;
import licencehub.sharing.item.Party;
import licencehub.sharing.item.RequiredDocument;
import licencehub.sharing.type.LicenceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference data in {@code config/} makes sense as a whole. */
class ShippedDirectoryTest {
  /** What was really seen in published sources; every other code has to say that it is made up. */
  private static final Set<String> REAL =
      Set.of("11100000MB0143028R001", "11100000MB03271699001", "11100000000013338W050");

  private static Directory shipped = new Directory(List.of(), List.of(), List.of());

  @BeforeAll
  static void read() throws IOException {
    shipped = Reading.directory(Path.of("../config"));
  }

  @Test
  void nothing_in_it_contradicts_itself() {
    assertThat(Contradiction.of(shipped)).isEmpty();
    assertThat(shipped.types()).hasSizeGreaterThan(20);
    assertThat(shipped.guides()).hasSizeGreaterThan(5);
    assertThat(shipped.grants()).isNotEmpty();
  }

  @Test
  void only_codes_that_were_read_somewhere_are_called_real() {
    assertThat(
            shipped.types().stream()
                .filter(it -> it.origin() == Origin.REAL)
                .map(it -> it.code().text()))
        .containsExactlyInAnyOrderElementsOf(REAL);
    assertThat(shipped.types().stream().filter(it -> it.origin() == Origin.DEMO))
        .allSatisfy(it -> assertThat(it.code().text()).startsWith(Draft.DEFINING_BODY));
    assertThat(shipped.guides()).allSatisfy(it -> assertThat(it.origin()).isEqualTo(Origin.DEMO));
  }

  @Test
  void every_type_an_item_accepts_can_be_of_use_and_every_item_has_something_to_spare() {
    Set<LicenceTypeCode> accepted = new HashSet<>();
    for (ItemGuide guide : shipped.guides()) {
      assertThat(guide.documents().stream().filter(RequiredDocument::isMetByLicence))
          .hasSizeGreaterThan(1);
      accepted.addAll(guide.types());
    }
    assertThat(accepted).hasSizeGreaterThan(10);
  }

  @Test
  void a_licence_as_the_demo_issues_it_conforms_to_each_demo_type() {
    for (LicenceType type : demoTypes()) {
      Licence licence = demoLicence(type.code(), "A1");
      assertThat(type.conformance(licence)).as(type.name().zh()).isEmpty();
    }
    assertThat(demoTypes()).hasSize(12);
  }

  @Test
  void whoever_holds_every_demo_licence_is_spared_something_at_every_item() {
    List<Licence> all = demoTypes().stream().map(it -> demoLicence(it.code(), "A1")).toList();
    Exemption rules = new Exemption(Duration.ofDays(1));
    Enquiry enquiry =
        new Enquiry(
            new Parties(
                Map.of(Party.APPLICANT, Draft.FIRM, Party.LEGAL_REPRESENTATIVE, Draft.PERSON)),
            all,
            List.of(),
            Draft.NOW);
    for (ItemGuide guide : shipped.guides()) {
      List<Decision> decisions = rules.decide(guide, enquiry);
      assertThat(decisions).as(guide.name().zh()).hasSameSizeAs(guide.documents());
      assertThat(decisions).as(guide.name().zh()).anyMatch(Exempt.class::isInstance);
    }
  }

  @Test
  void the_departments_of_the_demo_find_a_guide_by_their_own_task_codes() {
    ItemCode task = new ItemCode(Draft.ISSUER.code() + "3" + "000117001000");
    assertThat(shipped.guide(task)).map(it -> it.name().zh()).contains("食品经营许可");
    assertThat(shipped.guide(task, 1)).isPresent();
    assertThat(shipped.guide(task, 2)).isEmpty();
    assertThat(shipped.guide(new ItemCode("000117999000"))).isEmpty();
  }

  private static Set<LicenceType> demoTypes() {
    return shipped.types().stream()
        .filter(it -> it.code().text().startsWith(Draft.DEFINING_BODY + "0"))
        .collect(Collectors.toSet());
  }

  private static Licence demoLicence(LicenceTypeCode type, String serial) {
    return Draft.of(type, serial)
        .number("YS6161702480002")
        .issued(LocalDate.of(2025, 6, 1))
        .until(LocalDate.of(2030, 6, 1))
        .in("990100")
        .without("经营项目")
        .licence();
  }
}
