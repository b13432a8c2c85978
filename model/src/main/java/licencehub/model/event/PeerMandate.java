package licencehub.model.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;

/**
 * What another hub may state here: how the cases of its region go, in the name of departments of
 * its region or of the nation.
 *
 * @param region the hub's
 */
public record PeerMandate(RegionCode region) implements Mandate {
  @Override
  public List<Fault> objections(Event event) {
    List<Fault> faults = new ArrayList<>();
    Statement statement = event.statement();
    if (!(statement instanceof Statement.CaseStep)) {
      faults.add(Mandate.uncovered("/type", Reason.EVENT_NOT_ALLOWED, event.type().wire()));
    }
    if (!region.covers(statement.region())) {
      faults.add(
          Mandate.uncovered("/data/region", Reason.REGION_NOT_ALLOWED, statement.region().text()));
    }
    CreditCode speaker = statement.speaker().code();
    if (!speaker.isNational() && !region.covers(speaker.region())) {
      faults.add(Mandate.uncovered("/data", Reason.ISSUER_NOT_ALLOWED, speaker.text()));
    }
    return faults;
  }

  @Override
  public Set<CreditCode> speakers() {
    return Set.of();
  }
}
