package licencehub.routes.use;

import java.time.Instant;
import java.util.Optional;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.Licence;

/** Finds a licence in the form the rules of sharing look at. */
public interface LicenceLookup {
  /** Empty where there is none, or its content has not arrived yet. */
  Optional<Licence> find(LicenceIdentifier identifier, Instant now);
}
