package licencehub.library.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.Search;
import licencehub.library.index.Face;
import licencehub.library.index.SearchTokens;
import licencehub.model.code.LicenceIdentifier;

/**
 * Finds licences by keyed words, and looks each up in the repository before it is told. An answer
 * knows everything that was filed before the question; an index that is behind is waited for, and
 * then not believed.
 */
final class ElasticSearch implements Search {
  private static final String WORDS = "words";
  private static final String CONTENT = "content";
  private final Cluster cluster;
  private final ElasticIndexing indexing;
  private final Library library;
  private final KeyRing keys;
  private final Duration patience;

  ElasticSearch(
      Cluster cluster, ElasticIndexing indexing, Library library, KeyRing keys, Duration patience) {
    this.cluster = cluster;
    this.indexing = indexing;
    this.library = library;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public List<LicenceRecord> search(LicenceQuery query) {
    return indexing.answer(index -> found(index, query), patience);
  }

  private List<LicenceRecord> found(Generation index, LicenceQuery query) {
    List<LicenceRecord> found = new ArrayList<>();
    long before = query.before();
    List<Candidate> page = page(index, query, before);
    while (!page.isEmpty()) {
      page.stream().flatMap(it -> confirmed(it, query).stream()).forEach(found::add);
      before = page.getLast().content();
      boolean isLast = page.size() < query.limit();
      page = isLast || found.size() >= query.limit() ? List.of() : page(index, query, before);
    }
    found.sort(Comparator.comparingLong(ElasticSearch::filed).reversed());
    return List.copyOf(found.subList(0, Math.min(found.size(), query.limit())));
  }

  /**
   * @param content sequence of the event the index knows its content by
   */
  private record Candidate(LicenceIdentifier identifier, long content) {}

  private List<Candidate> page(Generation index, LicenceQuery query, long before) {
    List<Query> wanted = wanted(index, query, before);
    return cluster
        .askSoon(
            it ->
                it.search(
                    search ->
                        search
                            .index(index.index())
                            .query(q -> q.bool(all -> all.filter(wanted)))
                            .sort(s -> s.field(f -> f.field(CONTENT).order(SortOrder.Desc)))
                            .size(query.limit())
                            .trackTotalHits(total -> total.enabled(false))
                            .source(source -> source.fetch(false)),
                    Void.class))
        .hits()
        .hits()
        .stream()
        .map(ElasticSearch::candidate)
        .toList();
  }

  private List<Query> wanted(Generation index, LicenceQuery query, long before) {
    List<Query> wanted = new ArrayList<>();
    keys.findIndex(index.key()).map(it -> new SearchTokens(it).of(query)).stream()
        .flatMap(Collection::stream)
        .forEach(word -> wanted.add(Query.of(q -> q.term(t -> t.field(WORDS).value(word)))));
    JsonData earlier = JsonData.of(before);
    wanted.add(Query.of(q -> q.range(r -> r.untyped(u -> u.field(CONTENT).lt(earlier)))));
    return wanted;
  }

  private static Candidate candidate(Hit<Void> hit) {
    return new Candidate(
        LicenceIdentifier.parseInbound(String.valueOf(hit.id())),
        hit.sort().getFirst().longValue());
  }

  private Optional<LicenceRecord> confirmed(Candidate candidate, LicenceQuery query) {
    return library
        .licences()
        .find(candidate.identifier())
        .filter(it -> filed(it) >= 0 && filed(it) < query.before())
        .filter(it -> meets(it, query));
  }

  private static boolean meets(LicenceRecord licence, LicenceQuery query) {
    HistoryEntry content = licence.content();
    return content != null && new Face(licence.identifier(), content.document()).meets(query);
  }

  private static long filed(LicenceRecord licence) {
    HistoryEntry content = licence.content();
    return content == null ? -1 : content.sequence();
  }
}
