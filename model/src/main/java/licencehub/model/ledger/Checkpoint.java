package licencehub.model.ledger;

import licencehub.model.Digest;

/**
 * The ledger at one size.
 *
 * @param size number of entries
 * @param root RFC 6962 Merkle tree hash over all of them
 * @param note the signed note as text (C2SP tlog-checkpoint and signed-note), final newline
 *     included
 */
public record Checkpoint(long size, Digest root, String note) {}
