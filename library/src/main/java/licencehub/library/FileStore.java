package licencehub.library;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import licencehub.model.Digest;

/**
 * Licence files, each under the SHA-256 of its content. What is kept never changes, so the same
 * content is there once however often it is put in. Safe for many threads; no file is ever wholly
 * in memory.
 */
public interface FileStore {
  /**
   * Takes content in; when this returns it is on disk.
   *
   * @param content read to its end, not closed
   * @param most bytes that are taken
   * @throws IOException when {@code content} cannot be read; nothing is kept
   * @throws licencehub.model.Unavailable when the store does not take it; nothing is kept
   */
  Put put(InputStream content, long most) throws IOException;

  /** How many bytes the content of this digest has; empty when it is not there. */
  Optional<Long> size(Digest digest);

  /**
   * Reads content; the caller closes it. Reading to the end fails with {@link DamagedContent} when
   * the bytes are no longer those that were put in, so nothing counts before the end was reached.
   *
   * @return empty when it is not there
   */
  Optional<InputStream> open(Digest digest);

  /**
   * Says that an event refers to content, which stays from now on.
   *
   * @return false when it is not there
   */
  boolean refer(Digest digest);

  /**
   * Removes content that came before then, by the clock of the disk, and that no event has referred
   * to since.
   *
   * @return how many
   */
  int removeUnreferenced(Instant before);

  /** What became of content. */
  sealed interface Put {
    /** It is on disk. */
    record Kept(Digest digest, long size) implements Put {}

    /** It has more bytes than are taken; none of them is kept. */
    record TooLarge(long most) implements Put {}
  }

  /** What is stored is not what was put in: putting the same content in again mends it. */
  final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedContent(Digest digest) {
      super("the content kept as " + digest + " is damaged");
    }
  }
}
