/**
 * The library in one schema of a PostgreSQL database, which several hubs may share: each has a
 * writer of its own, and they take turns by the lock of one row. The tables are described in {@code
 * db/postgres}; pool and statement settings are argued in decision 0024.
 */
@NullMarked
package licencehub.library.postgres;

import org.jspecify.annotations.NullMarked;
