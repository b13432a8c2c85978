package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import licencehub.library.FileStore;
import licencehub.library.FileStore.Put;
import licencehub.model.Digest;

/**
 * Files of materials among all files of the hub. Each is kept with a word before it, so that its
 * digest is never that of a licence file: nobody is shown one of those by listing its digest among
 * the materials of an application.
 */
record MaterialFiles(FileStore files) {
  /** A scan of some pages; it is whole in memory when it is shown, and in a message of a hub. */
  static final int MOST_BYTES = 10 << 20;

  private static final byte[] WORD = "licencehub-material/v1\n".getBytes(US_ASCII);

  /** One that was kept. */
  record Reference(Digest digest, long size) {}

  /**
   * Keeps one; empty for one of too many bytes.
   *
   * @throws IOException when it cannot be read
   */
  Optional<Reference> keep(InputStream content) throws IOException {
    InputStream marked = new SequenceInputStream(new ByteArrayInputStream(WORD), content);
    return switch (files.put(marked, MOST_BYTES + WORD.length)) {
      case Put.TooLarge it -> Optional.empty();
      case Put.Kept it -> Optional.of(new Reference(it.digest(), it.size() - WORD.length));
    };
  }

  /**
   * One that was kept here; empty for anything else.
   *
   * @throws IOException when what is kept is damaged
   */
  Optional<byte[]> find(Digest digest) throws IOException {
    try (InputStream content = files.open(digest).orElse(null)) {
      return content != null && Arrays.equals(content.readNBytes(WORD.length), WORD)
          ? Optional.of(content.readAllBytes())
          : Optional.empty();
    }
  }
}
