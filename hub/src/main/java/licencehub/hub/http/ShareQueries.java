package licencehub.hub.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import licencehub.hub.http.ShareDoor.Visit;
import licencehub.hub.share.ShareItem;
import licencehub.hub.share.ShareRefusal;
import licencehub.hub.share.ShareRequest;
import licencehub.hub.share.ShareStatus;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.Search;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Denial;

/** {@code queryCert} and {@code queryCertInfo}: a search, and uses with their fields in clear. */
final class ShareQueries {
  private static final int MOST = 200;
  private final Search search;
  private final SharedLicences licences;
  private final Supplier<Directory> directory;
  private final AccessRecords accesses;
  private final ShareUses uses;

  ShareQueries(
      Search search,
      SharedLicences licences,
      Supplier<Directory> directory,
      AccessRecords accesses,
      ShareUses uses) {
    this.search = search;
    this.licences = licences;
    this.directory = directory;
    this.accesses = accesses;
    this.uses = uses;
  }

  /** Masked, as every search is. */
  Answer search(Visit visit) {
    List<Licence> found = found(visit);
    List<Licence> inForce = inForce(visit, found);
    if (inForce.isEmpty()) {
      return ShareDoor.denied(standing(visit, found));
    }
    List<ShareItem> items = inForce.stream().map(this::masked).toList();
    return ShareDoor.reply(ShareStatus.SUCCESS, json -> write(json, items));
  }

  /** The granted fields in clear: a use of each licence, with its code. */
  Answer fields(Visit visit) {
    ShareRequest request = visit.request();
    if (request.find("certIdentifier").isPresent()) {
      return used(visit, List.of(known(request.identifier("certIdentifier"))));
    }
    if (request.find("qrcode").isPresent()) {
      return used(visit, List.of(presented(request)));
    }
    if (request.find("holderCode").isEmpty() && request.find("holderTypeCode").isEmpty()) {
      throw new ShareRefusal(ShareStatus.HOLDER_MISSING);
    }
    request.needType();
    List<Licence> found = found(visit);
    List<Licence> inForce = inForce(visit, found);
    if (inForce.size() > 1 && request.find("certNo").isEmpty()) {
      throw new ShareRefusal(ShareStatus.NUMBER_MISSING);
    }
    return inForce.isEmpty()
        ? ShareDoor.denied(standing(visit, found))
        : used(visit, inForce.stream().map(Licence::identifier).toList());
  }

  private Answer used(Visit visit, List<LicenceIdentifier> wanted) {
    List<ShareItem> items = new ArrayList<>();
    Denial denial = null;
    for (ShareUses.Outcome it : uses.reveal(visit, wanted)) {
      switch (it) {
        case ShareUses.Outcome.Shown shown -> items.add(shown.item());
        case ShareUses.Outcome.Denied not -> denial = denial == null ? not.denial() : denial;
      }
    }
    return items.isEmpty() && denial != null
        ? ShareDoor.denied(denial)
        : ShareDoor.reply(ShareStatus.SUCCESS, json -> write(json, items));
  }

  /** What a holder has of a type, whatever its standing. */
  private List<Licence> found(Visit visit) {
    ShareRequest request = visit.request();
    Optional<LicenceTypeCode> type = request.type();
    LicenceQuery query =
        new LicenceQuery(
            request.holder(),
            request.find("certNo").orElse(null),
            type.map(this::published).orElse(null),
            null,
            Long.MAX_VALUE,
            MOST);
    List<LicenceRecord> found = search.search(query);
    List<String> subjects =
        new ArrayList<>(new LicenceRequest(null, query, null, false).subjects());
    found.forEach(it -> subjects.add(it.identifier().toString()));
    AccessRecords.written(
        accesses.write(
            visit.call(),
            visit.reason(),
            "licences.search",
            subjects,
            found.isEmpty() ? "absent" : "found"),
        new Answer.Refusal(ProblemType.UNAVAILABLE));
    return found.stream().flatMap(it -> licences.shared(it, visit.call().at()).stream()).toList();
  }

  private static List<Licence> inForce(Visit visit, List<Licence> found) {
    return found.stream()
        .filter(it -> Denial.of(it.standingOn(ChinaTime.dayOf(visit.call().at()))).isEmpty())
        .toList();
  }

  /** Why none of them counts; that there is none. */
  private static Denial standing(Visit visit, List<Licence> found) {
    return found.stream()
        .flatMap(it -> Denial.of(it.standingOn(ChinaTime.dayOf(visit.call().at()))).stream())
        .findFirst()
        .orElse(Denial.LICENCE_UNKNOWN);
  }

  private ShareItem masked(Licence licence) {
    LicenceType type =
        directory
            .get()
            .type(licence.identifier().type())
            .orElseThrow(() -> new ShareRefusal(ShareStatus.DIRECTORY_UNCLEAR));
    return ShareItem.masked(licence, type);
  }

  private LicenceIdentifier known(LicenceIdentifier identifier) {
    published(identifier.type());
    return identifier;
  }

  private LicenceTypeCode published(LicenceTypeCode type) {
    Directory now = directory.get();
    if (now.types().isEmpty()) {
      throw new ShareRefusal(ShareStatus.NO_DIRECTORY);
    }
    if (now.type(type).isEmpty()) {
      throw new ShareRefusal(ShareStatus.TYPE_UNPUBLISHED);
    }
    return type;
  }

  /** A code that holds the identifier is understood; others belong to services elsewhere. */
  private LicenceIdentifier presented(ShareRequest request) {
    try {
      return known(request.identifier("qrcode"));
    } catch (ShareRefusal e) {
      throw e.status() == ShareStatus.PARAMETER_WRONG
          ? new ShareRefusal(ShareStatus.NO_SUCH_SERVICE)
          : e;
    }
  }

  private static void write(tools.jackson.core.JsonGenerator json, List<ShareItem> items) {
    json.writeStartArray();
    items.forEach(it -> it.write(json));
    json.writeEndArray();
  }
}
