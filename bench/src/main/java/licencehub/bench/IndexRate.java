package licencehub.bench;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import licencehub.library.Entry;
import licencehub.library.HistoryEntry;
import licencehub.library.Indexing;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import licencehub.library.SearchKind;
import licencehub.library.SearchSettings;

/** How fast the search index is made anew, from a library of so many records. */
final class IndexRate {
  private static final int GROUP = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final URI elasticsearch;
  private final int records;
  private final int rounds;
  private final Table table;
  private final PrintWriter err;

  IndexRate(Path folder, URI elasticsearch, int records, int rounds, Table table, PrintWriter err) {
    this.folder = folder;
    this.elasticsearch = elasticsearch;
    this.records = records;
    this.rounds = rounds;
    this.table = table;
    this.err = err;
  }

  void measure() throws Exception {
    Libraries libraries = Libraries.in(folder);
    SearchSettings settings =
        new SearchSettings(
            List.of(elasticsearch), "bench-" + System.nanoTime(), null, null, 1, PATIENCE);
    try (Library library = libraries.embedded(folder.resolve("indexed"))) {
      fill(library);
      long licences = licences(library);
      try (SearchIndex index = kind().open(settings, library, libraries.keys())) {
        awaitComplete(index.indexing(), "");
        Medians seconds = Medians.of(rounds, round -> again(index.indexing()));
        table.row(
            String.format(
                Locale.ROOT,
                "search index made anew, %,d licences of %,d events",
                licences,
                library.outbox().head() + 1),
            Table.rate(licences / seconds.median())
                + " licences, "
                + Table.rate((library.outbox().head() + 1) / seconds.median())
                + " events",
            "");
      }
    }
  }

  private double again(Indexing indexing) throws InterruptedException {
    String former = indexing.state().index();
    long began = System.nanoTime();
    indexing.rebuild();
    awaitComplete(indexing, former);
    double seconds = (System.nanoTime() - began) / 1e9;
    say(String.format(Locale.ROOT, "%.1f s", seconds));
    return seconds;
  }

  /** Until another index than the former one answers. */
  private static void awaitComplete(Indexing indexing, String former) throws InterruptedException {
    Indexing.State state = indexing.state();
    while (state.index().isEmpty() || state.index().equals(former) || state.rebuild() != null) {
      if (state.trouble() != null) {
        throw new IllegalStateException(state.trouble());
      }
      Thread.sleep(10);
      state = indexing.state();
    }
  }

  /** Licences alone: what else is in the stream is passed over by the library. */
  private void fill(Library library) throws InterruptedException {
    List<Entry> group = new ArrayList<>();
    int filed = 0;
    try (Filings filings = Filings.start(GROUP)) {
      while (filed < records) {
        filings.next().stream().filter(IndexRate::isLicence).forEach(group::add);
        if (group.size() >= GROUP) {
          library.journal().file(List.copyOf(group)).join();
          filed += group.size();
          group.clear();
          say("%,d of %,d records".formatted(filed, records));
        }
      }
    }
  }

  private static boolean isLicence(Entry entry) {
    return entry instanceof Entry.Filing it && it.event().type().isLicence();
  }

  private void say(String what) {
    err.println("  " + what);
    err.flush();
  }

  private static long licences(Library library) {
    Set<String> licences = new HashSet<>();
    List<HistoryEntry> page = new ArrayList<>(library.outbox().licencesAfter(-1, GROUP));
    while (!page.isEmpty()) {
      page.forEach(it -> licences.add(it.subject()));
      page = library.outbox().licencesAfter(page.getLast().sequence(), GROUP);
    }
    return licences.size();
  }

  private static SearchKind kind() {
    return ServiceLoader.load(SearchKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("elasticsearch"))
        .findFirst()
        .orElseThrow();
  }
}
