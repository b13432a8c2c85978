package licencehub.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licencehub.library.Entry;
import licencehub.library.Library;

/**
 * One hub, and two, on one PostgreSQL, against what the server makes of the same rows by itself.
 * Entries are made beforehand and not verified: the library is measured, from the call to the
 * acknowledgement. Two callers in either case; with two hubs, which share this process, one each.
 */
final class Nodes {
  private static final int GROUP = 1_000;
  private static final int CALLERS = 2;
  private static final int WARM_UP = 10;
  private static final String SCHEMA = "licencehub_bench";

  private final Path folder;
  private final Database database;
  private final Libraries libraries;
  private final int groups;
  private final int rounds;
  private final Table table;
  private final PrintWriter err;

  Nodes(Path folder, Database database, int records, int rounds, Table table, PrintWriter err) {
    this.folder = folder;
    this.database = database;
    this.libraries = Libraries.in(folder);
    this.groups = Math.max(CALLERS, records / GROUP);
    this.rounds = rounds;
    this.table = table;
    this.err = err;
  }

  void measure() throws Exception {
    double[] raw = new double[rounds];
    double[] one = new double[rounds];
    double[] two = new double[rounds];
    double[] embedded = new double[rounds];
    try (Filings filings = Filings.start(GROUP)) {
      for (int round = 0; round < rounds; round++) {
        embedded[round] = embedded(filings, round);
        one[round] = nodes(filings, 1);
        raw[round] = RawDatabase.rate(database, SCHEMA);
        two[round] = nodes(filings, 2);
        err.printf(
            "  %d: SQLite %.0f/s, PostgreSQL %.0f/s, two hubs %.0f/s, COPY %.0f/s%n",
            round + 1, embedded[round], one[round], two[round], raw[round]);
        err.flush();
      }
    }
    database.drop(SCHEMA);
    print(medians(raw), medians(one), medians(two), medians(embedded));
  }

  private Medians medians(double[] values) throws Exception {
    return Medians.of(rounds, round -> values[round]);
  }

  private void print(Medians server, Medians hub, Medians hubs, Medians file) {
    table.row("PostgreSQL bulk (COPY), same rows and durability", Table.rate(server), "");
    table.row(
        "library on PostgreSQL, one hub, groups of 1,000",
        Table.rate(hub),
        Table.ratio(hub.median() / server.median(), "COPY"));
    table.row(
        "library on PostgreSQL, two hubs",
        Table.rate(hubs),
        Table.ratio(hubs.median() / hub.median(), "one hub"));
    table.row(
        "library in its file (SQLite), groups of 1,000",
        Table.rate(file),
        Table.ratio(file.median() / hub.median(), "one hub on PostgreSQL"));
  }

  private double embedded(Filings filings, int round) throws Exception {
    try (Library library = libraries.embedded(folder.resolve("embedded-" + round))) {
      return rate(filings, List.of(library));
    }
  }

  private double nodes(Filings filings, int number) throws Exception {
    database.drop(SCHEMA);
    List<Library> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        nodes.add(libraries.onServer(folder.resolve("node-" + i), database.settings(SCHEMA)));
      }
      return rate(filings, nodes);
    } finally {
      nodes.forEach(Library::close);
    }
  }

  /** Records a second, after a warm-up. */
  private double rate(Filings filings, List<Library> nodes) throws Exception {
    file(nodes, filings, WARM_UP);
    return groups * GROUP / file(nodes, filings, groups);
  }

  /** Seconds; the entries are made before the clock starts. */
  private static double file(List<Library> nodes, Filings filings, int groups) throws Exception {
    List<List<Entry>> all = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      all.add(filings.next());
    }
    filings.rest();
    double seconds =
        Clock.seconds(
            CALLERS, groups, i -> nodes.get(i % nodes.size()).journal().file(all.get(i)).join());
    filings.resume();
    return seconds;
  }
}
