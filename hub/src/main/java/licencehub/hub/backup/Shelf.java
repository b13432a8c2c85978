package licencehub.hub.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.hub.files.FolderTree;
import licencehub.model.Unavailable;

/**
 * The folder backups are kept in, one folder each, named by the moment it was made. What is being
 * made has another name, so whatever has a moment's name is whole.
 */
public record Shelf(Path folder) {
  private static final String MAKING = ".making-";

  /** All backups, the oldest first. */
  public List<Backup> backups() {
    List<Backup> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      for (Path each : children()) {
        try {
          all.add(new Backup(each, Manifest.read(each)));
        } catch (IOException e) {
          // Something else, or one whose damage a check will name.
        }
      }
    }
    all.sort(Comparator.comparing(it -> it.manifest().madeAt()));
    return all;
  }

  public Optional<Backup> newest() {
    List<Backup> all = backups();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /**
   * Removes all but the newest ones, and what a crash left half made.
   *
   * @param now what claims to be made later was made while the clock was wrong, and goes first
   */
  public int keep(int number, Instant now) {
    List<Backup> all = backups();
    all.sort(Comparator.comparing(it -> !it.manifest().madeAt().isAfter(now)));
    List<Backup> old = all.subList(0, Math.max(0, all.size() - number));
    old.forEach(it -> remove(it.folder()));
    children().stream()
        .filter(it -> it.getFileName().toString().startsWith(MAKING))
        .forEach(Shelf::remove);
    return old.size();
  }

  /** A folder to make one in, for the owner alone. */
  Path begin(Instant at) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(MAKING + name(at));
    remove(fresh);
    return Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Gives a whole one its name. */
  Path settle(Path made, Instant at) throws IOException {
    return Files.move(made, folder.resolve(name(at)), ATOMIC_MOVE);
  }

  static void remove(Path tree) {
    try {
      FolderTree.remove(tree);
    } catch (IOException e) {
      throw new Unavailable(tree.toString(), "cannot be removed: " + e, e);
    }
  }

  private List<Path> children() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "cannot be listed: " + e, e);
    }
  }

  private static String name(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString().replace(':', '-');
  }
}
