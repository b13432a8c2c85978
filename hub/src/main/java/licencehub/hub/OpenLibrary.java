package licencehub.hub;

import licencehub.hub.keys.KeyKeeper;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import org.jspecify.annotations.Nullable;

/**
 * The library with the keys it is kept under.
 *
 * @param index the search index beside it; null where there is none
 */
record OpenLibrary(Library library, KeyKeeper keys, @Nullable SearchIndex index)
    implements AutoCloseable {
  @Override
  public void close() {
    if (index != null) {
      index.close();
    }
    keys.close();
    library.close();
  }
}
