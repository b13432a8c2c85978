/** What was seen of other hubs' ledgers, and whether what they say now continues it. */
@NullMarked
package licencehub.federation.ledger;

import org.jspecify.annotations.NullMarked;
