package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;

/**
 * A process that files without end until it is killed, and writes down each acknowledgement the
 * moment it has it.
 */
final class Ingest {
  private static final int CALLERS = 8;
  private static final int BATCH = 5;

  private Ingest() {}

  /**
   * Takes the engine's class, the library's folder, the file of acknowledgements, the first serial.
   */
  public static void main(String[] arguments) throws Exception {
    ReferenceLedger ledger = new ReferenceLedger();
    LibrarySettings settings =
        new LibrarySettings(Path.of(arguments[1]), SampleKeys.FIRST, Retries.USUAL);
    Library library = kind(arguments[0]).open(settings, ledger, ledger, InstantSource.system());
    OutputStream acknowledgements = new FileOutputStream(arguments[2], true);
    AtomicInteger serial = new AtomicInteger(Integer.parseInt(arguments[3]));
    for (int i = 0; i < CALLERS; i++) {
      Thread.ofPlatform().start(() -> fileForEver(library, serial, acknowledgements));
    }
  }

  static LibraryKind kind(String type) throws ReflectiveOperationException {
    return Class.forName(type).asSubclass(LibraryKind.class).getDeclaredConstructor().newInstance();
  }

  private static void fileForEver(Library library, AtomicInteger serial, OutputStream out) {
    while (true) {
      int first = serial.getAndAdd(BATCH);
      List<Entry> entries =
          IntStream.range(first, first + BATCH)
              .mapToObj(i -> (Entry) LicenceSample.issued(i).filing())
              .toList();
      for (Outcome outcome : library.journal().file(entries).join()) {
        acknowledge(DoorContract.receipt(outcome), out);
      }
    }
  }

  private static void acknowledge(Receipt receipt, OutputStream out) {
    String line =
        "%s %d %d %s%n"
            .formatted(
                receipt.entry().id(),
                receipt.index(),
                receipt.checkpoint().size(),
                receipt.checkpoint().root());
    try {
      out.write(line.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
