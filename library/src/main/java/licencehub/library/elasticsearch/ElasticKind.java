package licencehub.library.elasticsearch;

import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import licencehub.library.SearchKind;
import licencehub.library.SearchSettings;

/** Opens the indexes of a hub in an Elasticsearch cluster. */
public final class ElasticKind implements SearchKind {
  @Override
  public String name() {
    return Cluster.NAME;
  }

  @Override
  public SearchIndex open(SearchSettings settings, Library library, KeyRing keys) {
    Cluster cluster = Cluster.of(settings);
    ElasticIndexing indexing =
        ElasticIndexing.start(new Generations(cluster, settings), library, keys);
    return new SearchIndex(
        new ElasticSearch(cluster, indexing, library, keys, settings.patience()),
        new ElasticFacets(cluster, indexing, settings.patience()),
        indexing,
        () -> close(indexing, cluster));
  }

  private static void close(ElasticIndexing indexing, Cluster cluster) {
    indexing.close();
    cluster.close();
  }
}
