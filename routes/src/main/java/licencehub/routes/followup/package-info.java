/**
 * What the hub keeps an eye on: feedback to issuers, scans taken on trust, licences whose validity
 * ends. The rules stand in {@code sharing}; here each step becomes an event, and events fold to the
 * state they add up to. Knows no Camel and no HTTP.
 */
@NullMarked
package licencehub.routes.followup;

import org.jspecify.annotations.NullMarked;
