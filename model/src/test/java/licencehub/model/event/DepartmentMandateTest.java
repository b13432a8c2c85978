package licencehub.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.LicenceStatusChange;
import org.junit.jupiter.api.Test;

class DepartmentMandateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
  private static final CreditCode ISSUER = new CreditCode("11430000006122244L");
  private static final LicenceIdentifier IDENTIFIER =
      LicenceIdentifier.parse(
          "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");
  private static final DepartmentMandate MANDATE =
      new DepartmentMandate(
          Set.of(EventType.LICENCE_REVOKED, EventType.CASE_STEP),
          Set.of(ISSUER),
          Set.of(IDENTIFIER.type()),
          Set.of(new RegionCode("430000")));

  @Test
  void what_the_mandate_covers_may_be_stated() {
    assertThat(MANDATE.objections(revoked(ISSUER, "430100"))).isEmpty();
    assertThat(MANDATE.objections(step("430102001000"))).isEmpty();
  }

  @Test
  void nothing_may_be_stated_without_a_mandate() {
    DepartmentMandate nothing = new DepartmentMandate(Set.of(), Set.of(), Set.of(), Set.of());
    assertThat(nothing.objections(revoked(ISSUER, "430100")))
        .extracting(Fault::reason)
        .containsExactly(
            Reason.EVENT_NOT_ALLOWED,
            Reason.ISSUER_NOT_ALLOWED,
            Reason.REGION_NOT_ALLOWED,
            Reason.TYPE_NOT_ALLOWED);
  }

  @Test
  void another_issuer_is_refused() {
    assertThat(MANDATE.objections(revoked(new CreditCode("11330105002500287C"), "430100")))
        .extracting(Fault::reason)
        .containsExactly(Reason.ISSUER_NOT_ALLOWED);
  }

  @Test
  void another_region_is_refused() {
    assertThat(MANDATE.objections(revoked(ISSUER, "440100")))
        .extracting(Fault::path)
        .containsExactly("/data/region");
  }

  @Test
  void another_licence_type_is_refused() {
    DepartmentMandate other =
        new DepartmentMandate(
            MANDATE.events(),
            MANDATE.speakers(),
            Set.of(new LicenceTypeCode("11100000MB0143028R001")),
            MANDATE.regions());
    assertThat(other.objections(revoked(ISSUER, "430100")))
        .extracting(Fault::reason)
        .containsExactly(Reason.TYPE_NOT_ALLOWED);
  }

  @Test
  void a_case_needs_no_licence_type() {
    DepartmentMandate cases =
        new DepartmentMandate(MANDATE.events(), MANDATE.speakers(), Set.of(), MANDATE.regions());
    assertThat(cases.objections(step("430100"))).isEmpty();
  }

  @Test
  void a_step_of_a_joint_application_is_stated_in_one_s_own_name() {
    DepartmentMandate joint =
        new DepartmentMandate(
            Set.of(EventType.JOINT_CHECKED), MANDATE.speakers(), Set.of(), MANDATE.regions());
    assertThat(joint.objections(checked(ISSUER))).isEmpty();
    assertThat(joint.objections(checked(CreditCode.complete("11430000MB2C00009"))))
        .extracting(Fault::reason)
        .containsExactly(Reason.ISSUER_NOT_ALLOWED);
  }

  private static Event checked(CreditCode department) {
    return event(
        EventType.JOINT_CHECKED,
        new JointCheck(
            new CaseNumber("LB-1"),
            new Organisation(department, "示范厅"),
            new RegionCode("430100"),
            "F01",
            new JointOpening.Origin(null, null),
            true,
            NOW,
            "王五",
            ""));
  }

  @Test
  void what_the_hub_states_of_its_own_acts_no_source_may_state() {
    DepartmentMandate everything =
        new DepartmentMandate(
            Set.of(EventType.values()),
            Set.of(ISSUER),
            MANDATE.licenceTypes(),
            Set.of(new RegionCode("000000")));
    CaseNumber caseNumber = new CaseNumber("A-1");
    Statement recall =
        new Statement.UseRecall(
            UseCode.mint(new byte[16], caseNumber), IDENTIFIER, caseNumber, ISSUER);
    assertThat(everything.objections(event(EventType.USE_RECALLED, recall)))
        .extracting(Fault::reason)
        .containsExactly(Reason.EVENT_NOT_ALLOWED);
  }

  private static Event revoked(CreditCode issuer, String region) {
    return event(
        EventType.LICENCE_REVOKED,
        new LicenceStatusChange(
            IDENTIFIER,
            LicenceStatus.REVOKED,
            new Organisation(issuer, "示范厅"),
            new RegionCode(region),
            LocalDate.of(2026, 3, 2)));
  }

  private static Event step(String region) {
    return event(
        EventType.CASE_STEP,
        new CaseStep(
            new CaseNumber("A-1"),
            Stage.HANDLING,
            1,
            NOW,
            new Organisation(ISSUER, "示范厅"),
            new RegionCode(region),
            null,
            null,
            List.of()));
  }

  private static Event event(EventType type, Statement statement) {
    return new Event(new SourceId("hn-housing"), "1", type, "subject", NOW, 1, statement);
  }

  @Test
  void later_changes_to_the_sets_given_do_not_widen_it() {
    Set<EventType> events = new java.util.HashSet<>();
    DepartmentMandate mandate = new DepartmentMandate(events, Set.of(), Set.of(), Set.of());
    events.addAll(List.of(EventType.values()));
    assertThat(mandate.events()).isEmpty();
  }
}
