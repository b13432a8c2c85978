package licencehub.federation.filter;

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
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of which there is always the old one or the new one. */
final class DurableFile {
  private DurableFile() {}

  /** Written beside and moved into place; on disk when this returns. */
  static void replace(Path place, ByteBuffer... content) throws IOException {
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    try (FileChannel out = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      for (ByteBuffer it : content) {
        write(out, it);
      }
      out.force(true);
    }
    move(fresh, place);
  }

  static void replace(Path place, List<String> lines) throws IOException {
    replace(place, ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8)));
  }

  static void move(Path fresh, Path place) throws IOException {
    Files.move(fresh, place, ATOMIC_MOVE);
    sync(Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file has a folder"));
  }

  static void write(FileChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /** A folder nobody else may look into: a filter's key stands in it. */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  /** A folder of files, or one file, if it is there. */
  static void delete(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.list(place)) {
        for (Path it : files.toList()) {
          delete(it);
        }
      }
    }
    Files.deleteIfExists(place);
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel entry = FileChannel.open(folder, READ)) {
      entry.force(true);
    }
  }
}
