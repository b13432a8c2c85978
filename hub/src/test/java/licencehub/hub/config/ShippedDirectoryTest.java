package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.OrganisationCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Licence;
import licencehub.sharing.Origin;
import licencehub.sharing.Term;
import licencehub.sharing.directory.Contradiction;
import licencehub.sharing.directory.Directory;
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

  private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
  private static final String DEFINING_BODY =
      CreditCode.complete("11990000" + OrganisationCode.complete("MADETYPE").text()).text();
  private static final Organisation ISSUER =
      new Organisation(new CreditCode("11440300MB2D000147"), "示例市市场监督管理局");
  private static final Holder FIRM =
      new Holder("示例食品有限公司", new HolderCode(HolderCodeType.CREDIT_CODE, "91350100M000100Y43"));
  private static final Holder PERSON =
      new Holder(
          "赵示例",
          new HolderCode(
              HolderCodeType.CITIZEN_NUMBER, CitizenNumber.complete("99000119800101001").text()));

  private static Directory shipped = new Directory(List.of(), List.of(), List.of());

  @BeforeAll
  static void read() {
    assertThat(ConfigLoader.load(Path.of("../config")))
        .isInstanceOfSatisfying(Loaded.Sound.class, it -> shipped = it.config().directory());
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
        .allSatisfy(it -> assertThat(it.code().text()).startsWith(DEFINING_BODY));
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
            new Parties(Map.of(Party.APPLICANT, FIRM, Party.LEGAL_REPRESENTATIVE, PERSON)),
            all,
            List.of(),
            NOW);
    for (ItemGuide guide : shipped.guides()) {
      List<Decision> decisions = rules.decide(guide, enquiry);
      assertThat(decisions).as(guide.name().zh()).hasSameSizeAs(guide.documents());
      assertThat(decisions).as(guide.name().zh()).anyMatch(Exempt.class::isInstance);
    }
  }

  @Test
  void the_departments_of_the_demo_find_a_guide_by_their_own_task_codes() {
    ItemCode task = new ItemCode(ISSUER.code() + "3" + "000117001000");
    assertThat(shipped.guide(task)).map(it -> it.name().zh()).contains("食品经营许可");
    assertThat(shipped.guide(task, 1)).isPresent();
    assertThat(shipped.guide(task, 2)).isEmpty();
    assertThat(shipped.guide(new ItemCode("000117999000"))).isEmpty();
  }

  private static Set<LicenceType> demoTypes() {
    return shipped.types().stream()
        .filter(it -> it.code().text().startsWith(DEFINING_BODY + "0"))
        .collect(Collectors.toSet());
  }

  private static Licence demoLicence(LicenceTypeCode type, String serial) {
    LocalDate issuedOn = LocalDate.of(2025, 6, 1);
    return new Licence(
        LicenceIdentifier.mint(type, ISSUER.code(), serial, 1),
        "食品经营许可证",
        "YS6161702480002",
        LicenceStatus.VALID,
        new Term(issuedOn, issuedOn, LocalDate.of(2030, 6, 1)),
        ISSUER,
        new RegionCode("990100"),
        List.of(FIRM),
        Map.of(),
        new Licence.Home("home", NOW));
  }
}
