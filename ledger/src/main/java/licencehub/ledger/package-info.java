/**
 * The append-only Merkle log (RFC 6962, RFC 9162, C2SP tlog-tiles), its signed checkpoints,
 * receipts and proofs. May not hold: storage engines.
 */
@NullMarked
package licencehub.ledger;

import org.jspecify.annotations.NullMarked;
