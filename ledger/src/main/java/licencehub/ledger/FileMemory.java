package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.model.Unavailable;

/**
 * A witness's memory in a folder: one small file for each ledger, written beside and moved into
 * place, so that there is always the old one or the new one.
 */
public final class FileMemory implements Witness.Memory {
  private static final int LINES = 3;
  private final Path folder;

  /**
   * @param folder of this witness alone
   */
  public FileMemory(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Witness.Seen> find(String origin) {
    try {
      List<String> lines = Files.readAllLines(place(origin), UTF_8);
      if (lines.size() != LINES || !lines.getFirst().equals(origin)) {
        throw new IOException("it is not what was written");
      }
      return Optional.of(
          new Witness.Seen(Long.parseLong(lines.get(1)), Digest.parse(lines.get(2))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void keep(String origin, Witness.Seen seen) {
    String text = origin + "\n" + seen.size() + "\n" + seen.root() + "\n";
    Path place = place(origin);
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      try (FileChannel out = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, place, ATOMIC_MOVE);
      try (FileChannel entry = FileChannel.open(folder, READ)) {
        entry.force(true);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** An origin may hold what no file name may. */
  private Path place(String origin) {
    return folder.resolve(Digest.of(origin.getBytes(UTF_8)) + ".seen");
  }

  private Unavailable unavailable(Exception e) {
    return new Unavailable("见证人的记录 the witness's memory " + folder, e.toString(), e);
  }
}
