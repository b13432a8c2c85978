package licencehub.model.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.event.Statement.JointStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;

/**
 * What a department's source may state. Denies by default: an empty set allows nothing.
 *
 * @param events event types it may send
 * @param speakers issuers and departments it may speak for
 * @param licenceTypes licence types it may state
 * @param regions regions it may state, each with all below it
 */
public record DepartmentMandate(
    Set<EventType> events,
    Set<CreditCode> speakers,
    Set<LicenceTypeCode> licenceTypes,
    Set<RegionCode> regions)
    implements Mandate {
  public DepartmentMandate {
    events = Set.copyOf(events);
    speakers = Set.copyOf(speakers);
    licenceTypes = Set.copyOf(licenceTypes);
    regions = Set.copyOf(regions);
  }

  @Override
  public List<Fault> objections(Event event) {
    List<Fault> faults = new ArrayList<>();
    Statement statement = event.statement();
    if (event.type().isHubs() || !events.contains(event.type())) {
      faults.add(Mandate.uncovered("/type", Reason.EVENT_NOT_ALLOWED, event.type().wire()));
    }
    if (!speakers.contains(statement.speaker().code())) {
      faults.add(
          Mandate.uncovered("/data", Reason.ISSUER_NOT_ALLOWED, statement.speaker().code().text()));
    }
    if (regions.stream().noneMatch(it -> it.covers(statement.region()))) {
      faults.add(
          Mandate.uncovered("/data/region", Reason.REGION_NOT_ALLOWED, statement.region().text()));
    }
    switch (statement) {
      case LicenceContent it -> type(it.identifier().type(), faults);
      case LicenceStatusChange it -> type(it.identifier().type(), faults);
      case CaseStep it -> {}
      case LicenceUse it -> {}
      case UseRecall it -> {}
      case UseObtained it -> {}
      case LicenceExpiry it -> {}
      case FollowUpStep it -> {}
      case JointStep it -> {}
    }
    return faults;
  }

  private void type(LicenceTypeCode type, List<Fault> faults) {
    if (!licenceTypes.contains(type)) {
      faults.add(Mandate.uncovered("/data/identifier", Reason.TYPE_NOT_ALLOWED, type.text()));
    }
  }
}
