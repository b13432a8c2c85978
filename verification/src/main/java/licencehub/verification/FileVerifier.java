package licencehub.verification;

import java.nio.file.Path;
import java.time.Instant;
import licencehub.model.Unavailable;

/** Verifies licence files: OFD with electronic seals or plain signatures, signed PDF. */
public interface FileVerifier {
  /**
   * Answers every file; safe for many threads. The file is read from disk piece by piece and must
   * not change meanwhile.
   *
   * @param receivedAt when the hub received it; counts where a signature claims no time
   * @throws Unavailable when the disk does not give the file
   */
  FileExamination verify(Path file, Instant receivedAt);
}
