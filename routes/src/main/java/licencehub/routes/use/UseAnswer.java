package licencehub.routes.use;

import licencehub.model.code.LicenceIdentifier;
import licencehub.model.ledger.Receipt;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Use;

/** What came of asking to use one licence. */
public sealed interface UseAnswer {
  LicenceIdentifier licence();

  /** It may be used; the use is on disk. */
  record Authorised(Use use, Receipt receipt) implements UseAnswer {
    @Override
    public LicenceIdentifier licence() {
      return use.licence();
    }
  }

  /** It may not. */
  record Denied(LicenceIdentifier licence, Denial denial) implements UseAnswer {}
}
