package licencehub.library;

/** Opens search indexes of one engine. Found by {@link java.util.ServiceLoader}. */
public interface SearchKind {
  /** The word in {@code hub.yaml}, for example {@code elasticsearch}. */
  String name();

  /**
   * Opens the index and begins to follow the library. An index that cannot be reached is no reason
   * not to open: it says so when it is asked, and is tried again by itself.
   *
   * @param keys what the words in the index are made with
   */
  SearchIndex open(SearchSettings settings, Library library, KeyRing keys);
}
