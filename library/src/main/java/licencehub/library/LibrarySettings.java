package licencehub.library;

import java.nio.file.Path;

/**
 * What an engine must know to open a library.
 *
 * @param folder where an embedded engine keeps its files
 * @param keys the secret that keyed indexes are made with
 * @param retries when something set aside is tried again
 */
public record LibrarySettings(Path folder, IndexKey keys, Retries retries) {}
