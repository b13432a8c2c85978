package licencehub.library;

/** The search index keeps what every engine promises of finding licences. */
class ElasticSearchTest extends SearchContract {
  private final IndexedKind kind = new IndexedKind(ElasticServer.shared().address());

  @Override
  protected LibraryKind kind() {
    return kind;
  }
}
