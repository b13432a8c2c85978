/**
 * Witnesses 见证人: how a hub has its checkpoints cosigned by other institutions, and the small
 * witness another institution runs. May not hold: what is signed and when it is refused (the
 * ledger's).
 */
@NullMarked
package licencehub.hub.witness;

import org.jspecify.annotations.NullMarked;
