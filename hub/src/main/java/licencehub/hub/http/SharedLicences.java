package licencehub.hub.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.LicenceRepository;
import licencehub.library.Search;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Holder;
import licencehub.model.event.Organisation;
import licencehub.routes.use.LicenceLookup;
import licencehub.routes.use.StatedLicence;
import licencehub.sharing.Licence;
import licencehub.sharing.Term;
import tools.jackson.databind.JsonNode;

/** Licences of the repository in the form the rules of sharing look at. */
final class SharedLicences implements LicenceLookup {
  private static final int PAGE = 200;
  private final LicenceRepository licences;
  private final Search search;
  private final String hub;

  /**
   * @param hub the id of this hub, where these licences live
   */
  SharedLicences(LicenceRepository licences, Search search, String hub) {
    this.licences = licences;
    this.search = search;
    this.hub = hub;
  }

  @Override
  public Optional<Licence> find(LicenceIdentifier identifier, Instant now) {
    return licences.find(identifier).flatMap(it -> shared(it, now));
  }

  /** Every licence one of the holders has, each once. */
  List<Licence> heldBy(Collection<Holder> holders, Instant now) {
    Map<String, Licence> found = new LinkedHashMap<>();
    for (Holder holder : holders) {
      for (LicenceRecord record : all(holder.code())) {
        shared(record, now).ifPresent(it -> found.put(record.identifier().toString(), it));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * What the holders who have a licence today had at a moment, as far as was known then.
   *
   * @param validAt the moment, by the departments' own times
   * @param knownAt what had been received by then counts
   */
  List<Licence> heldBy(Collection<Holder> holders, Instant validAt, Instant knownAt) {
    return heldBy(holders, validAt).stream()
        .flatMap(it -> licences.findAsOf(it.identifier(), validAt, knownAt).stream())
        .flatMap(it -> shared(it, validAt).stream())
        .toList();
  }

  private List<LicenceRecord> all(HolderCode holder) {
    List<LicenceRecord> all = new ArrayList<>();
    long before = Long.MAX_VALUE;
    List<LicenceRecord> page;
    do {
      page = search.search(new LicenceQuery(holder, null, null, null, before, PAGE));
      all.addAll(page);
      HistoryEntry last = page.isEmpty() ? null : page.getLast().content();
      before = last == null ? 0 : last.sequence();
    } while (page.size() == PAGE);
    return all;
  }

  /** Empty where the content has not arrived yet. */
  Optional<Licence> shared(LicenceRecord record, Instant now) {
    HistoryEntry content = record.content();
    if (content == null) {
      return Optional.empty();
    }
    JsonNode data = Json.MAPPER.readTree(content.document()).required("data");
    return Optional.of(
        new Licence(
            record.identifier(),
            data.required("name").asString(),
            data.required("number").asString(),
            record.status(),
            new Term(
                LocalDate.parse(data.required("issuedOn").asString()),
                LocalDate.parse(data.required("validFrom").asString()),
                record.validTo()),
            new Organisation(
                new CreditCode(data.at("/issuer/code").asString()),
                data.at("/issuer/name").asString()),
            new RegionCode(data.required("region").asString()),
            LicenceView.holders(data.required("holders")),
            StatedLicence.face(data),
            new Licence.Home(hub, now)));
  }
}
