/**
 * What the engines that speak SQL have in common: one writer that commits many callers' entries
 * together, readers beside it, and the statements of every table. What differs between them is
 * {@link licencehub.library.sql.SqlDialect}.
 */
@NullMarked
package licencehub.library.sql;

import org.jspecify.annotations.NullMarked;
