package licencehub.hub.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.ProgressListener;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;

/**
 * Makes backups of one library, looks at them, and goes back to one. Each is looked at as soon as
 * it is made. The keys the library is encrypted with are never in it: whoever finds a backup reads
 * nothing, and whoever loses the keys has none.
 *
 * @param keys the ledger's, which must have signed what is in a backup
 */
public record Backups(
    LibraryKind kind, LibrarySettings settings, String hub, List<VerifierKey> keys) {
  public Backups {
    keys = List.copyOf(keys);
  }

  /**
   * Copies the library beside a hub that may go on writing.
   *
   * @throws Unavailable when it cannot be made; nothing of it stays that looks like one
   */
  public Backup make(Shelf shelf, Instant at, ProgressListener progress) {
    try {
      Path fresh = shelf.begin(at);
      Path library = fresh.resolve(Backup.LIBRARY);
      kind.copy(settings, library, progress);
      Manifest manifest = manifest(library, at);
      Files.write(fresh.resolve(Manifest.NAME), manifest.bytes());
      new Sums(fresh).write();
      return new Backup(shelf.settle(fresh, at), manifest);
    } catch (IOException e) {
      throw new Unavailable(shelf.folder().toString(), "no backup could be made: " + e, e);
    }
  }

  /** Looks at every byte, and whether the ledger in it is whole. */
  public Finding check(Path folder) {
    try {
      Manifest manifest = Manifest.read(folder);
      Optional<Text> changed = new Sums(folder).fault();
      if (changed.isPresent()) {
        return new Finding.Damaged(changed.get());
      }
      Backup backup = new Backup(folder, manifest);
      Optional<Text> fault = fault(backup.library(), manifest);
      return fault.isPresent() ? new Finding.Damaged(fault.get()) : new Finding.Sound(backup);
    } catch (IOException e) {
      return Finding.damaged("不是完整的备份：" + e.getMessage(), "no whole backup: " + e.getMessage());
    }
  }

  /**
   * Puts a backup where the library belongs; for a hub that does not run and has no library.
   *
   * @throws Unavailable when the disk does not allow it; what is half there is begun anew next time
   */
  public Restored restore(Path folder, ProgressListener progress) {
    if (Files.exists(settings.folder())) {
      return new Restored.Refused(
          Text.of("已有库 " + settings.folder(), "there is a library in " + settings.folder()),
          Text.of(
              "先移到别处：mv " + settings.folder() + " " + settings.folder() + ".before",
              "move it elsewhere first, as this shows"));
    }
    return switch (check(folder)) {
      case Finding.Damaged(Text what) ->
          new Restored.Refused(what, Text.of("请用另一份备份", "use another backup"));
      case Finding.Sound(Backup backup) when !backup.manifest().hub().equals(hub) ->
          new Restored.Refused(
              Text.of(
                  "这是 " + backup.manifest().hub() + " 的备份", "it is of " + backup.manifest().hub()),
              Text.of("本枢纽是 " + hub, "this hub is " + hub));
      case Finding.Sound(Backup backup) -> restored(backup, progress);
    };
  }

  private Restored restored(Backup backup, ProgressListener progress) {
    Path target = settings.folder();
    Path fresh = target.resolveSibling(target.getFileName() + ".restoring");
    try {
      Shelf.remove(fresh);
      kind.copy(at(backup.library()), fresh, progress);
      Optional<Text> fault = fault(fresh, backup.manifest());
      if (fault.isPresent()) {
        throw new IOException("what was copied is not what was there: " + fault.get());
      }
      Files.move(fresh, target, ATOMIC_MOVE);
      return new Restored.Done(backup);
    } catch (IOException e) {
      throw new Unavailable(target.toString(), "cannot be restored: " + e, e);
    }
  }

  private Manifest manifest(Path library, Instant at) throws IOException {
    try (Archive archive = archive(library)) {
      Optional<Text> fault = new LedgerCheck(keys).fault(archive);
      if (fault.isPresent()) {
        throw new IOException(fault.get().toString());
      }
      Optional<Checkpoint> latest = archive.latest();
      return new Manifest(
          hub,
          kind.name(),
          at,
          latest.map(Checkpoint::size).orElse(0L),
          latest.map(Checkpoint::note).orElse(""));
    }
  }

  private Optional<Text> fault(Path library, Manifest manifest) {
    if (!manifest.engine().equals(kind.name())) {
      return Optional.of(
          Text.of("存储引擎是 " + manifest.engine(), "it is of the engine " + manifest.engine()));
    }
    try (Archive archive = archive(library)) {
      String note = archive.latest().map(Checkpoint::note).orElse("");
      return note.equals(manifest.checkpoint())
          ? new LedgerCheck(keys).fault(archive)
          : Optional.of(Text.of("检查点与备份说明不符", "its checkpoint is not the one it names"));
    } catch (Unavailable e) {
      return Optional.of(
          Text.of("库打不开：" + e.getMessage(), "the library does not open: " + e.getMessage()));
    }
  }

  private Archive archive(Path library) {
    return kind.archive(at(library));
  }

  private LibrarySettings at(Path library) {
    return new LibrarySettings(library, settings.keys(), settings.retries());
  }
}
