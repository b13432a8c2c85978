package licencehub.sharing.use;

import java.util.Map;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a use is asked for.
 *
 * @param asked the type of the licence that is asked for
 * @param licence what is known of it; null where nothing is
 * @param type the licence's type; null where the directory does not have it
 * @param used by grant id, what was already used of it; a grant without entry is unused
 */
public record Circumstances(
    LicenceTypeCode asked,
    @Nullable Licence licence,
    @Nullable LicenceType type,
    CaseStanding caseStanding,
    Map<String, Tally> used) {
  /**
   * Uses so far under one grant.
   *
   * @param today on the same day in China
   */
  public record Tally(long today, long inAll) {
    static final Tally NONE = new Tally(0, 0);
  }

  public Circumstances {
    used = Map.copyOf(used);
  }

  /** Those of a licence that is known. */
  public Circumstances(
      Licence licence,
      @Nullable LicenceType type,
      CaseStanding caseStanding,
      Map<String, Tally> used) {
    this(licence.identifier().type(), licence, type, caseStanding, used);
  }

  Tally used(Grant grant) {
    return used.getOrDefault(grant.id(), Tally.NONE);
  }
}
