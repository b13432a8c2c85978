package licencehub.hub.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.hub.http.ShareDoor.Visit;
import licencehub.hub.share.ShareItem;
import licencehub.hub.share.ShareRefusal;
import licencehub.hub.share.ShareStatus;
import licencehub.model.code.LicenceTypeCode;
import licencehub.routes.use.ComparisonAnswer;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.CheckResult;
import licencehub.sharing.comparison.Claims;
import licencehub.sharing.use.Denial;

/** {@code verifyCertInfo}: a comparison, answered with one result. */
final class ShareChecks {
  private final KnownLicences licences;
  private final Comparisons comparisons;

  ShareChecks(KnownLicences licences, Comparisons comparisons) {
    this.licences = licences;
    this.comparisons = comparisons;
  }

  Answer check(Visit visit) {
    LicenceTypeCode type = visit.request().needType();
    if (licences.type(type).isEmpty()) {
      throw new ShareRefusal(ShareStatus.TYPE_UNPUBLISHED);
    }
    Map<String, String> claims = ShareItem.usualNames(visit.request().claims());
    if (claims.isEmpty()) {
      return result(CheckResult.NOTHING_CLAIMED);
    }
    Optional<Licence> named = named(visit, type, claims);
    if (named.isEmpty()) {
      return none(visit, type);
    }
    return switch (comparisons.compare(
        visit.call(),
        visit.organisation(),
        visit.reason(),
        UseTerms.BY_FUNCTION,
        named.get().identifier(),
        new Claims(claims))) {
      case ComparisonAnswer.Compared it -> result(it.comparison().result());
      case ComparisonAnswer.Denied it -> ShareDoor.denied(it.denial());
      case ComparisonAnswer.Exhausted it ->
          throw new ShareRefusal(ShareStatus.RESTRICTED, "今日对该证照的比对出错过多，请次日再试");
    };
  }

  static Answer result(CheckResult result) {
    return ShareDoor.reply(
        ShareStatus.SUCCESS,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("result", Integer.toString(result.code()));
          json.writeStringProperty("message", result.text().zh());
          json.writeEndObject();
        });
  }

  /** By identifier, else by number and type. */
  private Optional<Licence> named(Visit visit, LicenceTypeCode type, Map<String, String> claims) {
    Map<String, List<String>> entries = new HashMap<>();
    claims.forEach((name, value) -> entries.put(name, List.of(value)));
    entries.put("ZZLXDM", List.of(type.text()));
    return licences
        .namedIn(entries, visit.call().at())
        .filter(it -> it.identifier().type().equals(type));
  }

  /** Without a grant that there is none is not told either. */
  private Answer none(Visit visit, LicenceTypeCode type) {
    Denial denial =
        comparisons
            .desk()
            .ofNone(
                UseTerms.BY_FUNCTION.request(visit.organisation(), visit.reason()),
                type,
                visit.call().at());
    comparisons.none(visit.call(), visit.reason(), type, denial);
    return denial == Denial.LICENCE_UNKNOWN
        ? result(CheckResult.NOT_FOUND)
        : ShareDoor.denied(denial);
  }
}
