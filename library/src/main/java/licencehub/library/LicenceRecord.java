package licencehub.library;

import java.time.LocalDate;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;

/**
 * One licence.
 *
 * @param status what its events made of it; expiry by date is for {@link #statusOn}
 * @param content the event that states its content; null while only status changes have arrived
 * @param latest the event that decided the status; the same as content for a plain licence
 */
public record LicenceRecord(
    LicenceIdentifier identifier,
    LicenceStatus status,
    @Nullable LocalDate validTo,
    @Nullable HistoryEntry content,
    HistoryEntry latest) {
  /** The status on a day: a valid licence past its last day has expired. */
  public LicenceStatus statusOn(LocalDate day) {
    boolean past = validTo != null && day.isAfter(validTo);
    return past && status == LicenceStatus.VALID ? LicenceStatus.EXPIRED : status;
  }
}
