/**
 * The append-only Merkle log (RFC 6962, RFC 9162, C2SP tlog-tiles), its signed checkpoints,
 * receipts and proofs. Grows with {@link licencehub.ledger.LedgerSealer}, proves with {@link
 * licencehub.ledger.Proofs}, is checked with {@link licencehub.ledger.ReceiptVerifier}. May not
 * hold: storage engines.
 */
@NullMarked
package licencehub.ledger;

import org.jspecify.annotations.NullMarked;
