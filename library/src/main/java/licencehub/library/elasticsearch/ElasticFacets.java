package licencehub.library.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import licencehub.library.FacetAnswer;
import licencehub.library.FacetAnswer.Count;
import licencehub.library.FacetQuery;
import licencehub.library.FacetQuery.Dimension;
import licencehub.library.Facets;
import licencehub.model.event.LicenceStatus;

/** Counts by what the index holds of each licence in the clear. */
final class ElasticFacets implements Facets {
  private static final String ENDED = "ended";
  private static final String MONTH = "yyyy-MM";
  private final Cluster cluster;
  private final ElasticIndexing indexing;
  private final Duration patience;

  ElasticFacets(Cluster cluster, ElasticIndexing indexing, Duration patience) {
    this.cluster = cluster;
    this.indexing = indexing;
    this.patience = patience;
  }

  @Override
  public FacetAnswer count(FacetQuery query) {
    return indexing.answer(index -> count(index, query), patience);
  }

  private FacetAnswer count(Generation index, FacetQuery query) {
    Map<String, Aggregation> counters =
        query.by().stream().collect(Collectors.toMap(Dimension::wire, it -> counter(it, query)));
    List<Query> only = new ArrayList<>();
    query.only().forEach((dimension, value) -> only.add(only(dimension, value, query.on())));
    only.add(Query.of(q -> q.exists(e -> e.field("content"))));
    SearchResponse<Void> answer =
        cluster.askSoon(
            it ->
                it.search(
                    search ->
                        search
                            .index(index.index())
                            .query(q -> q.bool(all -> all.filter(only)))
                            .aggregations(counters)
                            .size(0)
                            .trackTotalHits(total -> total.enabled(true)),
                    Void.class));
    Map<Dimension, List<Count>> counts = new EnumMap<>(Dimension.class);
    query.by().forEach(it -> counts.put(it, counts(it, answer.aggregations(), query.most())));
    return new FacetAnswer(Objects.requireNonNull(answer.hits().total()).value(), counts);
  }

  private static Aggregation counter(Dimension dimension, FacetQuery query) {
    return switch (dimension) {
      case TYPE, ISSUER, REGION ->
          Aggregation.of(a -> a.terms(t -> t.field(dimension.wire()).size(query.most())));
      case MONTH ->
          Aggregation.of(
              a ->
                  a.dateHistogram(
                      h ->
                          h.field("issued")
                              .calendarInterval(CalendarInterval.Month)
                              .format(MONTH)
                              .minDocCount(1)));
      case STATUS ->
          Aggregation.of(
              a ->
                  a.terms(t -> t.field("status").size(LicenceStatus.values().length))
                      .aggregations(ENDED, Aggregation.of(e -> e.filter(ended(query.on())))));
    };
  }

  private static Query only(Dimension dimension, String value, LocalDate on) {
    return switch (dimension) {
      case TYPE, ISSUER, REGION -> is(dimension.wire(), value);
      case MONTH ->
          Query.of(
              q ->
                  q.range(
                      r ->
                          r.date(
                              d ->
                                  d.field("issued")
                                      .gte(value + "-01")
                                      .lt(YearMonth.parse(value).plusMonths(1) + "-01"))));
      case STATUS -> status(value, on);
    };
  }

  /** Expiry is no event: a valid licence past its last day has expired. */
  private static Query status(String value, LocalDate on) {
    String valid = LicenceStatus.VALID.wire();
    if (value.equals(LicenceStatus.EXPIRED.wire())) {
      return Query.of(q -> q.bool(b -> b.filter(is("status", valid), ended(on))));
    }
    return value.equals(valid)
        ? Query.of(q -> q.bool(b -> b.filter(is("status", valid)).mustNot(ended(on))))
        : is("status", value);
  }

  private static Query is(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Query ended(LocalDate on) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field("ends").lt(on.toString()))));
  }

  private static List<Count> counts(Dimension dimension, Map<String, Aggregate> all, int most) {
    Aggregate counted = Objects.requireNonNull(all.get(dimension.wire()));
    List<Count> counts =
        switch (dimension) {
          case TYPE, ISSUER, REGION ->
              counted.sterms().buckets().array().stream()
                  .map(it -> new Count(it.key().stringValue(), it.docCount()))
                  .toList();
          case MONTH ->
              counted.dateHistogram().buckets().array().stream()
                  .map(it -> new Count(String.valueOf(it.keyAsString()), it.docCount()))
                  .toList();
          case STATUS -> statuses(counted);
        };
    return counts.stream()
        .filter(it -> it.licences() > 0)
        .sorted(Comparator.comparingLong(Count::licences).reversed().thenComparing(Count::value))
        .limit(most)
        .toList();
  }

  private static List<Count> statuses(Aggregate counted) {
    List<Count> counts = new ArrayList<>();
    counted
        .sterms()
        .buckets()
        .array()
        .forEach(
            it -> {
              String status = it.key().stringValue();
              boolean isValid = status.equals(LicenceStatus.VALID.wire());
              Aggregate past = Objects.requireNonNull(it.aggregations().get(ENDED));
              long ended = isValid ? past.filter().docCount() : 0;
              counts.add(new Count(status, it.docCount() - ended));
              counts.add(new Count(LicenceStatus.EXPIRED.wire(), ended));
            });
    return counts;
  }
}
