package licencehub.sharing.use;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.use.UseDecision.Allowed;

/**
 * A use that was authorised 用证: what is recorded under its use code, and all its code allows.
 *
 * @param grant id of the grant it counts under
 * @param fields what may be seen
 * @param copy whether a use copy may be made
 * @param at when it was authorised
 * @param expires from when the code counts no longer
 */
public record Use(
    UseCode code,
    CaseNumber caseNumber,
    LicenceIdentifier licence,
    String grant,
    Set<String> fields,
    boolean copy,
    Instant at,
    Instant expires) {
  public Use {
    fields = Set.copyOf(fields);
    if (!code.fits(caseNumber)) {
      throw new IllegalArgumentException("the use code was made for another case");
    }
  }

  /**
   * Records what was allowed, under a new code.
   *
   * @param random {@link UseCode#RANDOM_BYTES} nobody can predict
   */
  public static Use of(
      UseRequest request, LicenceIdentifier licence, Allowed allowed, byte[] random, Instant at) {
    return new Use(
        UseCode.mint(random, request.caseNumber()),
        request.caseNumber(),
        licence,
        allowed.grant().id(),
        allowed.fields(),
        request.copy(),
        at,
        allowed.expires());
  }

  /**
   * What is against making use of the code now; empty when nothing is. Asked each time, for the
   * licence may have changed since.
   *
   * @param presentedFor the case the code is presented for
   * @param now the licence as it stands now
   */
  public Optional<Denial> objection(CaseNumber presentedFor, Licence now, Instant asOf) {
    if (!presentedFor.equals(caseNumber)) {
      return Optional.of(Denial.USE_OF_OTHER_CASE);
    }
    if (!asOf.isBefore(expires)) {
      return Optional.of(Denial.USE_EXPIRED);
    }
    return Denial.of(now.standingOn(ChinaTime.dayOf(asOf)));
  }
}
