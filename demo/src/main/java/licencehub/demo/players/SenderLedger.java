package licencehub.demo.players;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import licencehub.model.code.SourceId;

/**
 * What one department sent, in its own books: a line for each record with its number and what must
 * become of it. The hub never sees it; the reconciliation compares both sides.
 */
public final class SenderLedger implements AutoCloseable {
  private final SourceId source;
  private final BufferedWriter lines;
  private final Map<String, LongAdder> expected = new ConcurrentSkipListMap<>();

  private SenderLedger(SourceId source, BufferedWriter lines) {
    this.source = source;
    this.lines = lines;
  }

  /** Opens the department's ledger in the folder and goes on where it ended. */
  public static SenderLedger open(Path folder, SourceId source) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(source + ".ledger");
      SenderLedger ledger =
          new SenderLedger(
              source,
              Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      try (var old = Files.lines(file)) {
        old.forEach(it -> ledger.count(it.substring(it.lastIndexOf('\t') + 1)));
      }
      return ledger;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SourceId source() {
    return source;
  }

  /** Notes what was handed over for good. */
  public synchronized void sent(List<Sending> sendings) {
    try {
      for (Sending it : sendings) {
        lines.write(it.id() + '\t' + it.blemish() + '\t' + it.blemish().outcome() + '\n');
        count(it.blemish().outcome());
      }
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records sent by the outcome word they must end as. */
  public Map<String, Long> expected() {
    Map<String, Long> counts = new ConcurrentSkipListMap<>();
    expected.forEach((word, count) -> counts.put(word, count.sum()));
    return counts;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(String outcome) {
    expected.computeIfAbsent(outcome, it -> new LongAdder()).increment();
  }
}
