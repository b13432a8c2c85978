package licencehub.routes.use;

import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Denial;
import licencehub.sharing.use.Use;

/** What stands behind a use code when it is presented. */
public sealed interface UseLook {
  /** Nothing that is any business of who presents it. */
  record Absent() implements UseLook {}

  /** A use that may not be made use of now. */
  record Objected(Use use, Denial denial) implements UseLook {}

  /** A use in order, with its licence as it stands now. */
  record Clear(Use use, Licence licence, LicenceType type) implements UseLook {}
}
