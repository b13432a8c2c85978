package licencehub.library;

import java.util.Map;
import java.util.Optional;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/** Requests for uses that came with a number of the caller's own. Written with the uses. */
public interface UseRequests {
  /**
   * What was authorised under a number; empty while nothing was.
   *
   * @param request as in {@link UseNumber}
   */
  Optional<Asked> find(String request);

  /**
   * @param body as in {@link UseNumber}
   * @param codes what was authorised
   */
  record Asked(String body, Map<LicenceIdentifier, UseCode> codes) {
    public Asked {
      codes = Map.copyOf(codes);
    }
  }
}
