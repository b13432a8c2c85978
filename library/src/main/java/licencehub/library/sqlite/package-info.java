/**
 * The library in one SQLite file: one writer that commits many callers' entries together, a few
 * readers beside it. The file's tables are described in {@code db/sqlite}.
 */
@NullMarked
package licencehub.library.sqlite;

import org.jspecify.annotations.NullMarked;
