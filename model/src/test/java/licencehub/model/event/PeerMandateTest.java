package licencehub.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import org.junit.jupiter.api.Test;

/** What another hub is believed about. */
class PeerMandateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
  private static final Mandate SHENZHEN = new PeerMandate(new RegionCode("440300"));
  private static final String MARKET = "11440300MB2D000147";

  @Test
  void cases_of_its_region_by_departments_of_its_region_or_the_nation() {
    assertThat(SHENZHEN.objections(step("440300", MARKET))).isEmpty();
    assertThat(SHENZHEN.objections(step("440304", MARKET))).isEmpty();
    assertThat(SHENZHEN.objections(step("440300", "11100000000013338W"))).isEmpty();
  }

  @Test
  void not_of_another_region_nor_by_its_departments() {
    assertThat(SHENZHEN.objections(step("440100", MARKET)))
        .extracting(Fault::reason)
        .containsExactly(Reason.REGION_NOT_ALLOWED);
    assertThat(SHENZHEN.objections(step("440300", "11370800MB28559184")))
        .extracting(Fault::reason)
        .containsExactly(Reason.ISSUER_NOT_ALLOWED);
  }

  @Test
  void no_licences() {
    Statement revoked =
        new Statement.LicenceStatusChange(
            LicenceIdentifier.parseInbound(
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U"),
            LicenceStatus.REVOKED,
            new Organisation(new CreditCode(MARKET), "m"),
            new RegionCode("440300"),
            LocalDate.of(2026, 3, 2));
    assertThat(SHENZHEN.objections(event(EventType.LICENCE_REVOKED, revoked)))
        .extracting(Fault::reason)
        .containsExactly(Reason.EVENT_NOT_ALLOWED);
  }

  @Test
  void it_speaks_for_nobody_by_name() {
    assertThat(SHENZHEN.speakers()).isEmpty();
  }

  private static Event step(String region, String department) {
    return event(
        EventType.CASE_ACCEPTED,
        new Statement.CaseStep(
            new CaseNumber("N-1"),
            Stage.ACCEPTANCE,
            1,
            NOW,
            new Organisation(new CreditCode(department), "m"),
            new RegionCode(region),
            null,
            null,
            List.of()));
  }

  private static Event event(EventType type, Statement statement) {
    return new Event(SourceId.ofPeer("gd-440300"), "gd-440300/1", type, "N-1", NOW, 1, statement);
  }
}
