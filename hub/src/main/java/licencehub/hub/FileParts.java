package licencehub.hub;

import java.util.List;
import licencehub.hub.config.HubSettings;
import licencehub.hub.files.Scratch;
import licencehub.hub.http.FileServices;

/** Puts together what licence files are verified with. */
final class FileParts {
  /** Files on disk at once: each may be as large as the limit allows. */
  private static final int AT_ONCE = 16;

  private FileParts() {}

  static FileServices open(HubSettings hub, Verifiers verifiers) {
    return new FileServices(
        verifiers.files(HubSettings.USUAL_POLICY, List.of()),
        Scratch.open(hub.data().resolve("scratch"), hub.limits().fileBytes(), AT_ONCE));
  }
}
