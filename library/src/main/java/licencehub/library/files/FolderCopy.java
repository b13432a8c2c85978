package licencehub.library.files;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Copies a folder of files that others may add to and remove from meanwhile. What is removed while
 * it is copied is left out; what is on its way in ({@code incoming}) is no file yet.
 *
 * @param files relative to {@code from}, as they were when they were looked up
 * @param bytes of all of them, about
 */
public record FolderCopy(Path from, Path to, List<Path> files, long bytes) {
  public FolderCopy {
    files = List.copyOf(files);
  }

  /** Looks up what there is to copy; nothing where the folder is not there. */
  public static FolderCopy of(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return new FolderCopy(from, to, List.of(), 0);
    }
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .map(from::relativize)
              .filter(it -> !it.startsWith(Places.INCOMING))
              .sorted()
              .toList();
      long bytes = files.stream().map(from::resolve).mapToLong(FolderCopy::size).sum();
      return new FolderCopy(from, to, files, bytes);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Copies; on disk when this returns.
   *
   * @param progress is told how many bytes are copied so far
   */
  public void make(LongConsumer progress) throws IOException {
    DurableFolders folders = new DurableFolders(to);
    long done = 0;
    for (Path each : files) {
      done += copy(folders, each);
      progress.accept(done);
    }
  }

  private long copy(DurableFolders folders, Path file) throws IOException {
    Path target = to.resolve(file);
    Path parent = folders.make(Objects.requireNonNull(target.getParent()));
    try {
      Files.copy(from.resolve(file), target);
    } catch (NoSuchFileException e) {
      return 0;
    }
    try (FileChannel copied = FileChannel.open(target, WRITE)) {
      copied.force(true);
      DurableFolders.sync(parent);
      return copied.size();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
