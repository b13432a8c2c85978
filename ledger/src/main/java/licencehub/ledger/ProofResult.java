package licencehub.ledger;

import licencehub.model.ledger.Checkpoint;

/** What an offline check of a checkpoint or a receipt came to. */
public sealed interface ProofResult {
  /** Everything fits; the checkpoint is the one whose signature was verified. */
  record Proven(Checkpoint checkpoint) implements ProofResult {}

  /** Believe none of it. */
  record Refused(ProofFlaw flaw) implements ProofResult {}
}
