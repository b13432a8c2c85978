package licencehub.library;

import java.nio.file.Path;

/**
 * What an engine must know to open a library.
 *
 * @param folder where an embedded engine keeps its files
 * @param keys what stored documents are encrypted and indexes are made with
 * @param retries when something set aside is tried again
 */
public record LibrarySettings(Path folder, KeyRing keys, Retries retries) {}
