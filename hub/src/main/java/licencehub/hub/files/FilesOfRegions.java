package licencehub.hub.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import licencehub.model.MalformedValue;
import licencehub.model.Verdict;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.Element;
import licencehub.sharing.comparison.FileComparison;
import licencehub.verification.FileExamination;
import licencehub.verification.FileExamination.Examined;
import licencehub.verification.FileVerifier;

/**
 * Judges under the anchors of this hub, and what these do not trust under those of the region the
 * file says its licence is of: a region's list counts for its own licences alone.
 */
public final class FilesOfRegions implements FileVerifier {
  private final FileVerifier here;
  private final Function<LicenceIdentifier, Optional<FileVerifier>> there;

  /**
   * @param there verifies files of a licence under the anchors of its region; empty where none are
   *     known or trusted
   */
  public FilesOfRegions(
      FileVerifier here, Function<LicenceIdentifier, Optional<FileVerifier>> there) {
    this.here = here;
    this.there = there;
  }

  @Override
  public FileExamination verify(Path file, Instant receivedAt) {
    FileExamination examination = here.verify(file, receivedAt);
    return switch (examination) {
      case FileExamination.Unreadable it -> it;
      case Examined it ->
          isTrusted(it)
              ? it
              : identifier(it)
                  .flatMap(there)
                  .map(region -> region.verify(file, receivedAt))
                  .filter(FilesOfRegions::isTrusted)
                  .orElse(it);
    };
  }

  private static Optional<LicenceIdentifier> identifier(Examined file) {
    return FileComparison.value(file.metadata().entries(), Element.IDENTIFIER)
        .flatMap(FilesOfRegions::parsed);
  }

  private static Optional<LicenceIdentifier> parsed(String text) {
    try {
      return Optional.of(LicenceIdentifier.parseInbound(text));
    } catch (MalformedValue e) {
      return Optional.empty();
    }
  }

  private static boolean isTrusted(FileExamination it) {
    return it.report().verdict() instanceof Verdict.Trusted;
  }
}
