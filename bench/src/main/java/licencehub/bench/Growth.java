package licencehub.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import licencehub.ledger.Proofs;
import licencehub.library.Entry;
import licencehub.library.HistoryEntry;
import licencehub.library.Library;
import licencehub.library.LicenceRecord;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;

/**
 * What one more record costs a library that has few of them, and one that has many: records are
 * filed in groups, and at each milestone the last ones, the space taken and look-ups of old and new
 * licences are measured. Signatures are left out: what they cost does not grow. Whatever was
 * measured is written down at once; a run that was broken off goes on where its library is.
 */
final class Growth {
  private static final int GROUP = 1_000;
  private static final int WARM_UP = 40;
  private static final int LATEST = 20;
  private static final int LOOKS = 2_000;
  private static final int REPORT = 50_000;
  private static final List<Long> MILESTONES =
      List.of(10_000L, 100_000L, 300_000L, 1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L);

  private final Grown grown;
  private final Table table;
  private final PrintWriter err;
  private final List<LicenceIdentifier> known = new ArrayList<>();
  private final ArrayDeque<Double> latest = new ArrayDeque<>();
  private final Busy busy = new Busy();

  Growth(Grown grown, Table table, PrintWriter err) {
    this.grown = grown;
    this.table = table;
    this.err = err;
  }

  /** A process that has just begun is slow: it is warmed up beside the library that grows. */
  void warmUp(Path scratch) throws Exception {
    try (Library library = Libraries.in(scratch).embedded(scratch.resolve("warm-up"));
        Filings filings = Filings.start(GROUP)) {
      for (int i = 0; i < WARM_UP; i++) {
        library.journal().file(filings.next()).join();
      }
    }
  }

  /** Files so many records. */
  void to(long records) throws Exception {
    TreeSet<Long> milestones = new TreeSet<>(MILESTONES);
    milestones.add(records / GROUP * GROUP);
    grown.notes().forEach(table::line);
    try (Library library = grown.open()) {
      long filed = records(library);
      remember(library);
      busy.clear();
      try (Filings filings = Filings.start(GROUP, filed / GROUP)) {
        for (long milestone : milestones) {
          if (milestone > filed && milestone <= records) {
            grow(library, filings, filed, milestone);
            filed = milestone;
            milestone(library, milestone);
          }
        }
      }
    }
  }

  private void grow(Library library, Filings filings, long from, long to)
      throws InterruptedException {
    for (long filed = from; filed < to; filed += GROUP) {
      long asked = System.nanoTime();
      List<Entry> group = filings.next();
      long began = System.nanoTime();
      library.journal().file(group).join();
      long ended = System.nanoTime();
      took((ended - began) / 1e9);
      busy.add(GROUP, began - asked, ended - began);
      remember(group);
      if ((filed + GROUP) % REPORT == 0) {
        err.printf(Locale.ROOT, "  %,d of %,d: %s%n", filed + GROUP, to, busy.words());
        err.flush();
      }
    }
  }

  private void took(double seconds) {
    latest.add(seconds);
    if (latest.size() > LATEST) {
      latest.remove();
    }
  }

  private void remember(List<Entry> group) {
    for (Entry each : group) {
      if (each instanceof Entry.Filing it && it.event().type() == EventType.LICENCE_ISSUED) {
        known.add(LicenceIdentifier.parseInbound(it.event().subject()));
      }
    }
  }

  /** What an earlier run filed. */
  private void remember(Library library) {
    List<HistoryEntry> page = library.outbox().licencesAfter(-1, GROUP);
    while (!page.isEmpty()) {
      for (HistoryEntry it : page) {
        if (it.type() == EventType.LICENCE_ISSUED) {
          known.add(LicenceIdentifier.parseInbound(it.subject()));
        }
      }
      page = library.outbox().licencesAfter(page.getLast().sequence(), GROUP);
    }
  }

  private void milestone(Library library, long records) throws IOException, java.sql.SQLException {
    double cost = median(latest.stream().mapToDouble(it -> it).toArray()) / GROUP;
    double first = grown.first(cost);
    String size = String.format(Locale.ROOT, "%,d records", records);
    row(
        size + ": one more",
        String.format(Locale.ROOT, "%.0f µs", cost * 1e6),
        Table.ratio(cost / first, "that at the first milestone"));
    row(
        size + ": on disk",
        String.format(Locale.ROOT, "%,d bytes a record", grown.bytes() / records),
        "");
    row(
        size + ": look-up of any licence with its proof",
        String.format(Locale.ROOT, "p50 %.0f µs", lookUp(library) * 1e6),
        "");
    row(size + ": where the time went", busy.words(), "");
    busy.clear();
  }

  private void row(String what, String figure, String ratio) throws IOException {
    String row = Table.markdown(what, figure, ratio);
    grown.note(row);
    table.line(row);
    err.print(row);
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

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
