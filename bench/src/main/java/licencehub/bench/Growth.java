package licencehub.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import licencehub.ledger.Proofs;
import licencehub.library.Entry;
import licencehub.library.Library;
import licencehub.library.LicenceRecord;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;

/**
 * What one more record costs a library that has few of them, and one that has many: records are
 * filed without end in groups, and at each milestone the last ones, the file and look-ups of old
 * and new licences are measured. Signatures are left out: what they cost does not grow.
 */
final class Growth {
  private static final int GROUP = 1_000;
  private static final int LATEST = 20;
  private static final int LOOKS = 2_000;
  private static final List<Long> MILESTONES =
      List.of(10_000L, 100_000L, 300_000L, 1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L);

  private final Path folder;
  private final Table table;
  private final PrintWriter err;
  private final List<LicenceIdentifier> known = new ArrayList<>();
  private final double[] latest = new double[LATEST];
  private double first;

  Growth(Path folder, Table table, PrintWriter err) {
    this.folder = folder;
    this.table = table;
    this.err = err;
  }

  /** Files so many records, the next milestone included. */
  void to(long records) throws Exception {
    try (Filings filings = Filings.start(GROUP);
        Library library = Libraries.fresh(folder, Libraries.sealer(folder))) {
      long filed = 0;
      for (long milestone : MILESTONES) {
        if (milestone <= records) {
          while (filed < milestone) {
            List<Entry> group = filings.next();
            latest[(int) (filed / GROUP % LATEST)] = seconds(library, group);
            filed += GROUP;
            remember(group);
          }
          milestone(library, milestone);
        }
      }
    }
  }

  private static double seconds(Library library, List<Entry> group) {
    long began = System.nanoTime();
    library.journal().file(group).join();
    return (System.nanoTime() - began) / 1e9;
  }

  private void remember(List<Entry> group) {
    for (Entry each : group) {
      if (each instanceof Entry.Filing it && it.event().type() == EventType.LICENCE_ISSUED) {
        known.add(LicenceIdentifier.parseInbound(it.event().subject()));
      }
    }
  }

  private void milestone(Library library, long records) throws IOException {
    double cost = median(latest) / GROUP;
    first = first == 0 ? cost : first;
    String size = String.format(Locale.ROOT, "%,d records", records);
    table.row(
        size + ": one more",
        String.format(Locale.ROOT, "%.0f µs", cost * 1e6),
        Table.ratio(cost / first, "that at 10,000"));
    table.row(
        size + ": on disk",
        String.format(Locale.ROOT, "%,d bytes a record", bytes() / records),
        "");
    table.row(
        size + ": look-up of any licence with its proof",
        String.format(Locale.ROOT, "p50 %.0f µs", lookUp(library) * 1e6),
        "");
    err.printf(Locale.ROOT, "  %s: %.0f µs%n", size, cost * 1e6);
    err.flush();
  }

  /** Seconds of the median look-up, among all licences filed so far. */
  private double lookUp(Library library) {
    Random random = new Random(records(library));
    Proofs proofs = new Proofs(library.ledger());
    long size = library.ledger().latest().orElseThrow().size();
    double[] seconds = new double[LOOKS];
    for (int i = 0; i < LOOKS; i++) {
      LicenceIdentifier one = known.get(random.nextInt(known.size()));
      long began = System.nanoTime();
      LicenceRecord record = library.licences().find(one).orElseThrow();
      proofs.inclusion(record.latest().sequence(), size);
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    return median(seconds);
  }

  private static long records(Library library) {
    return library.outbox().head() + 1;
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("library"))) {
      long all = 0;
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        all += Files.size(each);
      }
      return all;
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
