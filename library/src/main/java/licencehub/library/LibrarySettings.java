package licencehub.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an engine must know to open a library.
 *
 * @param folder where an embedded engine keeps its files
 * @param keys what stored documents are encrypted and indexes are made with
 * @param retries when something set aside is tried again
 * @param database where an engine on a server keeps its tables; null for an embedded one
 * @param node what this hub is called among those that share the library
 */
public record LibrarySettings(
    Path folder, KeyRing keys, Retries retries, @Nullable DatabaseSettings database, String node) {
  /** What a hub is called that was given no name. */
  public static final String NODE = "hub";

  public LibrarySettings(
      Path folder, KeyRing keys, Retries retries, @Nullable DatabaseSettings database) {
    this(folder, keys, retries, database, NODE);
  }

  /** Of an embedded engine. */
  public LibrarySettings(Path folder, KeyRing keys, Retries retries) {
    this(folder, keys, retries, null);
  }
}
