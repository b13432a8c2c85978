package licencehub.library;

/**
 * All doors of an opened search index.
 *
 * @param keeper closes it; called by {@link #close()}
 */
public record SearchIndex(Search search, Facets facets, Indexing indexing, Runnable keeper)
    implements AutoCloseable {
  @Override
  public void close() {
    keeper.run();
  }
}
