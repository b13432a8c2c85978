package licencehub.sharing.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;

/** One request under one grant. */
record Trial(UseRequest request, Circumstances circumstances, Grant grant, Instant asOf) {
  /** The first thing against it, in the order of {@link Denial}; empty when it is allowed. */
  Optional<Denial> denial() {
    Optional<Denial> before = ofGrant().or(this::ofCase);
    Licence licence = circumstances.licence();
    if (before.isPresent() || licence == null) {
      return before.or(() -> Optional.of(Denial.LICENCE_UNKNOWN));
    }
    return ofBasis(licence).or(() -> ofLicence(licence)).or(this::ofQuota);
  }

  /**
   * The first thing against comparing claims with the licence. Any standing may be told and nothing
   * is used up: neither is looked at.
   */
  Optional<Denial> comparisonDenial() {
    Optional<Denial> before = ofGrant().or(this::ofCase);
    Licence licence = circumstances.licence();
    if (before.isPresent() || licence == null) {
      return before.or(() -> Optional.of(Denial.LICENCE_UNKNOWN));
    }
    return ofBasis(licence).or(this::ofType);
  }

  /** The fields asked for that are granted, each by its usual name. */
  Set<String> fields() {
    Set<String> granted = usual(grant.fields());
    return request.fields().isEmpty()
        ? granted
        : usual(request.fields()).stream()
            .filter(granted::contains)
            .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Denial> ofGrant() {
    if (!grant.types().contains(circumstances.asked())) {
      return Optional.of(Denial.TYPE_NOT_GRANTED);
    }
    if (!grant.items().admits(request.item())) {
      return Optional.of(Denial.ITEM_NOT_GRANTED);
    }
    if (!grant.bases().contains(request.basis().kind())) {
      return Optional.of(Denial.BASIS_NOT_GRANTED);
    }
    if (!grant.isInForceOn(day())) {
      return Optional.of(Denial.GRANT_NOT_IN_FORCE);
    }
    if (request.copy() && !grant.terms().copies()) {
      return Optional.of(Denial.COPY_NOT_GRANTED);
    }
    return !request.fields().isEmpty() && fields().isEmpty()
        ? Optional.of(Denial.FIELDS_NOT_GRANTED)
        : Optional.empty();
  }

  private Optional<Denial> ofCase() {
    return switch (circumstances.caseStanding()) {
      case CaseStanding.NotFiled it ->
          grant.terms().filedCaseOnly() ? Optional.of(Denial.CASE_NOT_FILED) : Optional.empty();
      case CaseStanding.Closed it -> Optional.of(Denial.CASE_CLOSED);
      case CaseStanding.Open it ->
          it.item() == null || it.item().covers(request.item()) || request.item().covers(it.item())
              ? Optional.empty()
              : Optional.of(Denial.CASE_OF_OTHER_ITEM);
    };
  }

  private Optional<Denial> ofBasis(Licence licence) {
    return switch (request.basis()) {
      case Basis.ByFunction it -> ofParties(licence);
      case Basis.HolderConsent it ->
          ofConsent(licence.isHeldBy(it.holder()), it.from(), it.until());
      case Basis.Entrusted it -> ofConsent(licence.isHeldBy(it.holder()), it.from(), it.until());
    };
  }

  private Optional<Denial> ofConsent(boolean byHolder, Instant from, Instant until) {
    if (!byHolder) {
      return Optional.of(Denial.CONSENT_NOT_BY_HOLDER);
    }
    return asOf.isBefore(from) || !asOf.isBefore(until)
        ? Optional.of(Denial.CONSENT_NOT_IN_FORCE)
        : Optional.empty();
  }

  /** By function, only the licences of those who are in the case, as far as that is known. */
  private Optional<Denial> ofParties(Licence licence) {
    boolean isStranger =
        circumstances.caseStanding() instanceof CaseStanding.Open open
            && !open.parties().isEmpty()
            && open.parties().stream().noneMatch(licence::isHeldBy);
    return isStranger && !grant.terms().anyHolder()
        ? Optional.of(Denial.HOLDER_NOT_IN_CASE)
        : Optional.empty();
  }

  private Optional<Denial> ofLicence(Licence licence) {
    return ofType().or(() -> Denial.of(licence.standingOn(day())));
  }

  private Optional<Denial> ofType() {
    LicenceType type = circumstances.type();
    if (type == null) {
      return Optional.of(Denial.TYPE_UNKNOWN);
    }
    return type.serves(request.item()) ? Optional.empty() : Optional.of(Denial.NOT_FOR_ITEM);
  }

  private Optional<Denial> ofQuota() {
    if (circumstances.used(grant).today() >= grant.quota().perDay()) {
      return Optional.of(Denial.QUOTA_OF_DAY);
    }
    return circumstances.used(grant).inAll() >= grant.quota().inAll()
        ? Optional.of(Denial.QUOTA_IN_ALL)
        : Optional.empty();
  }

  private LocalDate day() {
    return ChinaTime.dayOf(asOf);
  }

  private Set<String> usual(Set<String> fields) {
    LicenceType type = circumstances.type();
    return fields.stream()
        .map(it -> type == null ? Element.usualName(it) : type.usualName(it))
        .collect(Collectors.toUnmodifiableSet());
  }
}
