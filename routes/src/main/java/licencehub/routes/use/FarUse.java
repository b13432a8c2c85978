package licencehub.routes.use;

import java.time.Instant;
import licencehub.library.Access.LookupReason;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/**
 * A use that another hub authorised for an organisation here.
 *
 * @param code the other hub's
 * @param hub id of the hub where the licence lives
 * @param ledgerIndex where the use stands in that hub's ledger
 * @param expires from when the code counts no longer
 */
public record FarUse(
    UseCode code,
    String hub,
    LicenceIdentifier licence,
    CreditCode organisation,
    LookupReason reason,
    long ledgerIndex,
    Instant authorisedAt,
    Instant expires) {}
