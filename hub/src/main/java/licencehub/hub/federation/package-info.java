/** This hub among others: its ledger as they see it, and what it remembers of theirs. */
@NullMarked
package licencehub.hub.federation;

import org.jspecify.annotations.NullMarked;
