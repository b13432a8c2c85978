package licencehub.hub.files;

import java.nio.file.Path;
import java.time.Instant;
import licencehub.model.Verdict;
import licencehub.verification.FileExamination;
import licencehub.verification.FileVerifier;

/**
 * Judges under the operator's policy, and what that does not trust by the hub's own seal as well:
 * no authority publishes a revocation list for a seal the hub made itself, and its anchor counts
 * for nothing but files.
 */
public final class OwnCopies implements FileVerifier {
  private final FileVerifier others;
  private final FileVerifier own;

  /**
   * @param own trusts the hub's own seal and nothing else
   */
  public OwnCopies(FileVerifier others, FileVerifier own) {
    this.others = others;
    this.own = own;
  }

  @Override
  public FileExamination verify(Path file, Instant receivedAt) {
    FileExamination examination = others.verify(file, receivedAt);
    return switch (examination) {
      case FileExamination.Unreadable it -> it;
      case FileExamination.Examined it -> isTrusted(it) ? it : own(it, file, receivedAt);
    };
  }

  private FileExamination own(FileExamination before, Path file, Instant receivedAt) {
    FileExamination second = own.verify(file, receivedAt);
    return isTrusted(second) ? second : before;
  }

  private static boolean isTrusted(FileExamination it) {
    return it.report().verdict() instanceof Verdict.Trusted;
  }
}
