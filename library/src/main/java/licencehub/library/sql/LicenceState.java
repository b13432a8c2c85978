package licencehub.library.sql;

import java.util.Optional;
import licencehub.model.event.EventType;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a licence's events add up to. Content (issued, changed) and status (issued, suspended,
 * resumed, revoked, cancelled) each follow their own highest version, so that any order of arrival
 * adds up to the same.
 *
 * @param content null while no content has arrived
 * @param decision null while nothing has decided the status
 * @param validTo last day of validity, in days since 1970; null without end
 */
record LicenceState(
    @Nullable Facet content,
    @Nullable Facet decision,
    LicenceStatus status,
    @Nullable Long validTo) {
  static final LicenceState NOTHING = new LicenceState(null, null, LicenceStatus.VALID, null);

  /** One event about the licence, as far as it counts here. */
  record Stated(Facet facet, EventType type, @Nullable Long validTo) {
    boolean isContent() {
      return type == EventType.LICENCE_ISSUED || type == EventType.LICENCE_CHANGED;
    }

    Optional<LicenceStatus> status() {
      return switch (type) {
        case LICENCE_ISSUED, LICENCE_RESUMED -> Optional.of(LicenceStatus.VALID);
        case LICENCE_SUSPENDED -> Optional.of(LicenceStatus.SUSPENDED);
        case LICENCE_REVOKED -> Optional.of(LicenceStatus.REVOKED);
        case LICENCE_CANCELLED -> Optional.of(LicenceStatus.CANCELLED);
        default -> Optional.empty();
      };
    }
  }

  LicenceState with(Stated it) {
    boolean states = it.isContent() && it.facet().standsAgainst(content);
    boolean decides = it.status().isPresent() && it.facet().standsAgainst(decision);
    return new LicenceState(
        states ? it.facet() : content,
        decides ? it.facet() : decision,
        decides ? it.status().orElse(status) : status,
        states ? it.validTo() : validTo);
  }

  /**
   * The version that keeps {@code it} from changing anything, absent when it does change something.
   * An issued event that comes late and only confirms the status changes nothing.
   */
  Optional<Long> standingOver(Stated it) {
    Facet standing = it.isContent() ? content : decision;
    boolean changes = it.facet().standsAgainst(standing) || with(it).status != status;
    return changes || standing == null ? Optional.empty() : Optional.of(standing.version());
  }
}
