package licencehub.hub.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.verification.FileExamination;
import licencehub.verification.FileVerifier;

/**
 * Judges what nobody but this hub has sealed by the hub's own seal, and everything else under the
 * operator's policy. No authority publishes a revocation list for a seal the hub made itself: the
 * hub knows whether it still is its own.
 */
public final class OwnCopies implements FileVerifier {
  private final FileVerifier others;
  private final FileVerifier own;
  private final Set<Digest> certificates;

  /**
   * @param own trusts the hub's own seal and nothing else
   * @param certificates SHA-256 of those the hub seals with
   */
  public OwnCopies(FileVerifier others, FileVerifier own, Set<Digest> certificates) {
    this.others = others;
    this.own = own;
    this.certificates = Set.copyOf(certificates);
  }

  @Override
  public FileExamination verify(Path file, Instant receivedAt) {
    FileExamination examination = others.verify(file, receivedAt);
    return switch (examination) {
      case FileExamination.Unreadable it -> it;
      case FileExamination.Examined it -> isOwn(it) ? own.verify(file, receivedAt) : it;
    };
  }

  private boolean isOwn(FileExamination.Examined it) {
    return !it.found().isEmpty()
        && it.found().stream()
            .map(one -> one.certificate())
            .allMatch(one -> one.filter(certificates::contains).isPresent());
  }
}
