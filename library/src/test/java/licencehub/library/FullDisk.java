package licencehub.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import licencehub.model.Unavailable;

/**
 * A process that files until its disk is full, makes room, and files again. Ends with a stack trace
 * where anything is lost, refused for good, or said otherwise than it should be.
 */
final class FullDisk {
  private static final int BATCH = 50;
  private static final int AFTERWARDS = 20;
  private static final int BALLAST = 10 << 20;

  private final LibraryKind kind;
  private final LibrarySettings settings;
  private int filed;

  private FullDisk(LibraryKind kind, Path folder) {
    this.kind = kind;
    this.settings = new LibrarySettings(folder.resolve("library"), SampleKeys.FIRST, Retries.USUAL);
  }

  /** Takes the engine's class and a folder that is a small file system of its own. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
    FullDisk disk = new FullDisk(Ingest.kind(arguments[0]), folder);
    ReferenceLedger ledger = new ReferenceLedger();
    try (Library library = disk.kind.open(disk.settings, ledger, ledger, InstantSource.system())) {
      disk.fill(library);
      int before = disk.filed;
      disk.verify(library);
      disk.refuseFile(library);
      Files.delete(ballast);
      disk.goOn(library);
      System.out.println("full after " + before + ", went on to " + disk.filed);
    }
    try (Library library = disk.kind.open(disk.settings, ledger, ledger, InstantSource.system())) {
      disk.verify(library);
    }
  }

  private void fill(Library library) {
    try {
      while (true) {
        file(library);
      }
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof Unavailable)) {
        throw e;
      }
    }
  }

  private void goOn(Library library) {
    for (int i = 0; i < AFTERWARDS; i++) {
      file(library);
    }
  }

  private void file(Library library) {
    List<Entry> entries =
        IntStream.range(filed, filed + BATCH)
            .mapToObj(i -> (Entry) LicenceSample.issued(i).filing())
            .toList();
    library.journal().file(entries).join();
    filed += BATCH;
  }

  /** A file does not fit either; nothing of it stays. */
  private void refuseFile(Library library) throws IOException {
    byte[] large = new byte[BALLAST];
    try {
      library.files().put(new ByteArrayInputStream(large), large.length);
      throw new AssertionError("a full disk took a file");
    } catch (Unavailable e) {
      if (library.files().removeUnreferenced(Instant.MAX) > 0) {
        throw new AssertionError("half a file was kept", e);
      }
    }
  }

  /** Everything acknowledged is there, and nothing else. */
  private void verify(Library library) {
    for (int i = 0; i < filed; i++) {
      if (library.licences().find(LicenceSample.identifier(i)).isEmpty()) {
        throw new AssertionError("licence " + i + " of " + filed + " is lost");
      }
    }
    long entries = library.ledger().latest().orElseThrow().size();
    if (entries != filed) {
      throw new AssertionError(entries + " entries in the ledger, acknowledged were " + filed);
    }
  }
}
