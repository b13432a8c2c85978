package licencehub.connectors.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder on this machine. Follows no links: who may write here may not choose what is read. */
final class LocalDrop implements Drop {
  private final Path folder;

  LocalDrop(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Listed> list(int most) throws IOException {
    List<Listed> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      Iterator<Path> paths = stream.iterator();
      while (files.size() < most && paths.hasNext()) {
        look(String.valueOf(paths.next().getFileName())).ifPresent(files::add);
      }
    }
    return files;
  }

  @Override
  public Optional<Listed> look(String path) throws IOException {
    try {
      Path file = folder.resolve(path);
      var is = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new Listed(path, is.size(), is.lastModifiedTime().toMillis()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream read(String path, long from) throws IOException {
    SeekableByteChannel channel =
        Files.newByteChannel(folder.resolve(path), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS));
    channel.position(from);
    return Channels.newInputStream(channel);
  }

  @Override
  public void move(String path, String to) throws IOException {
    Files.move(folder.resolve(path), target(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Files.write(target(path), content);
  }

  @Override
  public void close() {}

  private Path target(String path) throws IOException {
    Path target = folder.resolve(path);
    Path parent = target.getParent();
    if (parent != null && !Files.isDirectory(parent, NOFOLLOW_LINKS)) {
      Files.createDirectory(parent);
    }
    return target;
  }
}
