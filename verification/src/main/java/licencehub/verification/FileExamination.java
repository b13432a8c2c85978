package licencehub.verification;

import java.util.List;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.VerificationReport;

/** What came of verifying a licence file. */
public sealed interface FileExamination {
  /** Every check, whatever came of the others. */
  VerificationReport report();

  /**
   * The file could be taken apart; the report says whether it is trusted.
   *
   * @param digest SHA-256 of the whole file
   * @param signers SHA-256 of the certificate of every signature that fits and covers the file
   * @param found every seal and signature as the file presents it, trusted or not, in its order
   */
  record Examined(
      FileType type,
      Digest digest,
      VerificationReport report,
      Set<Digest> signers,
      List<FoundSignature> found,
      FileMetadata metadata)
      implements FileExamination {
    public Examined {
      signers = Set.copyOf(signers);
      found = List.copyOf(found);
    }
  }

  /** Not an OFD or PDF, damaged, unsafe, or beyond the limits. */
  record Unreadable(Fault fault, VerificationReport report) implements FileExamination {}
}
