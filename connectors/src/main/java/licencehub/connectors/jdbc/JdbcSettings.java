package licencehub.connectors.jdbc;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param passwordFile null for a user without password
 * @param schema null for the user's own
 * @param tables null for all of the dialect's
 * @param rowLimit rows of one table in one query
 * @param timeout of one statement
 */
record JdbcSettings(
    String url,
    String user,
    @Nullable String passwordFile,
    @Nullable String schema,
    @Nullable List<String> tables,
    int rowLimit,
    Duration timeout) {}
