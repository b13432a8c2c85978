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
 */
public record LibrarySettings(
    Path folder, KeyRing keys, Retries retries, @Nullable DatabaseSettings database) {
  /** Of an embedded engine. */
  public LibrarySettings(Path folder, KeyRing keys, Retries retries) {
    this(folder, keys, retries, null);
  }
}
