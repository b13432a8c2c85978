package licencehub.connectors.httppull;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Where the pages are and how one leads to the next.
 *
 * @param items where a page holds its records: an array
 * @param next where a page says what comes after it; absent or null on the last page
 * @param cursorParameter the query parameter {@code next} is put into; without it {@code next} is
 *     an address
 * @param timeout for one page, from asking to its last byte
 */
record PullSettings(
    URI url,
    JsonPointer items,
    @Nullable JsonPointer next,
    @Nullable String cursorParameter,
    @Nullable String pageSizeParameter,
    int pageSize,
    @Nullable String tokenFile,
    @Nullable String user,
    @Nullable String passwordFile,
    @Nullable String trustFile,
    boolean allowPlainHttp,
    int maxPageBytes,
    Duration timeout) {}
