package licencehub.hub.copies;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import licencehub.hub.files.Scratch;
import licencehub.model.Unavailable;
import licencehub.verification.OfdSealer;

/** Makes use copies: OFD files under the hub's own seal. Safe for many threads. */
public final class UseCopyMaker {
  private final OfdSealer sealer;
  private final Scratch scratch;

  /**
   * @param scratch where a copy stands while it is made
   */
  public UseCopyMaker(HubSeal seal, Scratch scratch, SecureRandom random) {
    this.sealer = OfdSealer.with(seal.seal(), seal.key(), random);
    this.scratch = scratch;
  }

  /** The type of what is written. */
  public String mediaType() {
    return "application/ofd";
  }

  /**
   * Writes the copy, sealed at the time it says it was made; keeps nothing of it.
   *
   * @throws IOException when {@code out} does not take it
   * @throws Unavailable when the disk does not play along; nothing was written
   */
  public void write(UseCopy copy, OutputStream out) throws IOException {
    Path plain = scratch.fresh();
    Path sealed = scratch.fresh();
    try {
      CopyPage.of(copy).write(plain);
      sealer.seal(plain, sealed, copy.annotation().madeAt());
      Files.copy(sealed, out);
    } finally {
      Files.deleteIfExists(plain);
      Files.deleteIfExists(sealed);
    }
  }
}
