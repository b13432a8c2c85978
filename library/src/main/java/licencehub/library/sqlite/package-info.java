/**
 * The library in one SQLite file: one writer, a few readers beside it. The file's tables are
 * described in {@code db/sqlite}.
 */
@NullMarked
package licencehub.library.sqlite;

import org.jspecify.annotations.NullMarked;
