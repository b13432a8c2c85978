package licencehub.hub.backup;

import licencehub.model.Text;

/** How an attempt to go on from a backup ends. */
public sealed interface Restored {
  /** The library is there; the hub can be started. */
  record Done(Backup backup) implements Restored {}

  /** Nothing was changed. */
  record Refused(Text why, Text remedy) implements Restored {}
}
