package licencehub.ledger;

import java.util.Optional;
import licencehub.ledger.ProofResult.Proven;
import licencehub.ledger.ProofResult.Refused;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.Receipt;

/**
 * Verifies receipts offline: needs the log's public key and nothing else. Trusts only what the key
 * signed, so a size or root written beside the note must repeat the note.
 */
public final class ReceiptVerifier {
  private final NoteReader notes;

  public ReceiptVerifier(VerifierKey key) {
    this.notes = new NoteReader(key);
  }

  /** Checks the signature, that the checkpoint repeats its note, and the path. */
  public ProofResult verify(Receipt receipt) {
    ProofResult result = verify(TlogProof.of(receipt));
    return switch (result) {
      case Refused refused -> refused;
      case Proven(Checkpoint signed) ->
          signed.equals(receipt.checkpoint()) ? result : new Refused(ProofFlaw.CHECKPOINT_DIFFERS);
    };
  }

  /** Checks the signature and the path from the entry's bytes to the signed root. */
  public ProofResult verify(TlogProof proof) {
    ProofResult note = notes.read(proof.noteBytes());
    return switch (note) {
      case Refused refused -> refused;
      case Proven(Checkpoint signed) ->
          flaw(proof, signed).<ProofResult>map(Refused::new).orElse(note);
    };
  }

  private static Optional<ProofFlaw> flaw(TlogProof proof, Checkpoint signed) {
    if (proof.index() < 0 || proof.index() >= signed.size()) {
      return Optional.of(ProofFlaw.INDEX_OUTSIDE);
    }
    Digest leaf = MerkleTree.leaf(proof.entry());
    Optional<Digest> root = ProofVerifier.rootOf(leaf, proof.index(), signed.size(), proof.path());
    if (root.isEmpty()) {
      return Optional.of(ProofFlaw.PATH_LENGTH);
    }
    return root.get().equals(signed.root())
        ? Optional.empty()
        : Optional.of(ProofFlaw.ROOT_DIFFERS);
  }
}
