package licencehub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;

/**
 * A licence as the rules of sharing look at it. Personal data: the text form is identifier and
 * status.
 *
 * @param name the name on its face 证照名称
 * @param number the number on its face 证照编号
 * @param status what its events made of it, dates left aside
 * @param region where it was issued
 * @param face the other items on its face 照面信息项, by name
 * @param home where it lives and how fresh this is
 */
public record Licence(
    LicenceIdentifier identifier,
    String name,
    String number,
    LicenceStatus status,
    Term term,
    Organisation issuer,
    RegionCode region,
    List<Holder> holders,
    Map<String, String> face,
    Home home) {
  /**
   * Where a licence lives.
   *
   * @param hub the hub that answers for it, by its configured id
   * @param confirmedAt when that hub last said what stands here
   */
  public record Home(String hub, Instant confirmedAt) {}

  public Licence {
    holders = List.copyOf(holders);
    face = Map.copyOf(face);
  }

  /** Whether it holds on a day. What an issuer decided stands before what the dates say. */
  public Standing standingOn(LocalDate day) {
    return switch (status) {
      case SUSPENDED -> Standing.SUSPENDED;
      case REVOKED -> Standing.REVOKED;
      case CANCELLED -> Standing.CANCELLED;
      case REPLACED -> Standing.REPLACED;
      case EXPIRED -> Standing.EXPIRED;
      case VALID -> {
        if (day.isBefore(term.validFrom())) {
          yield Standing.NOT_YET_IN_FORCE;
        }
        yield term.daysLeft(day) < 0 ? Standing.EXPIRED : Standing.IN_FORCE;
      }
    };
  }

  /** Whether a person or organisation is among its holders. */
  public boolean isHeldBy(HolderCode code) {
    return holders.stream()
        .map(Holder::code)
        .anyMatch(it -> it.type() == code.type() && it.value().equalsIgnoreCase(code.value()));
  }

  /**
   * What stands in a field: a metadata element by any of its names, or an item on the face by its
   * name. Several where there are several holders, none where the licence does not have it.
   */
  public List<String> values(String field) {
    Optional<Element> element = Element.find(field);
    if (element.isPresent()) {
      return element.get().values(this);
    }
    String value = face.getOrDefault(field, "");
    return value.isBlank() ? List.of() : List.of(value);
  }

  @Override
  public String toString() {
    return identifier + " " + status.wire();
  }
}
