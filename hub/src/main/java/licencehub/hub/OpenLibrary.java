package licencehub.hub;

import licencehub.hub.keys.KeyKeeper;
import licencehub.library.Library;

/** The library with the keys it is kept under. */
record OpenLibrary(Library library, KeyKeeper keys) implements AutoCloseable {
  @Override
  public void close() {
    keys.close();
    library.close();
  }
}
