/** Replays the ledger against the repository: is everything there, and is it what was accepted? */
@NullMarked
package licencehub.hub.audit;

import org.jspecify.annotations.NullMarked;
