package licencehub.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licencehub.demo.regions.RegionHub;
import tools.jackson.databind.node.ObjectNode;

/**
 * What it costs to ask across hubs, and what it costs not to: a look-up of another hub's licence
 * against the same at its home and a bare round trip; look-ups of licences that are here, with
 * forty peers and with none. What is compared takes turns, question by question or round by round.
 */
final class NeighbourRun {
  private static final int CASES = 200;
  private static final int PEERS = 40;
  private static final int WARM_UP = 400;
  private static final int ASKED = 200;

  private final Path folder;
  private final int rounds;
  private final Table table;
  private final PrintWriter err;

  NeighbourRun(Path folder, int rounds, Table table, PrintWriter err) {
    this.folder = folder;
    this.rounds = rounds;
    this.table = table;
    this.err = err;
  }

  void measure() throws Exception {
    say("启动两个枢纽 two hubs");
    try (TwoRegions pair = TwoRegions.start(folder, CASES, err)) {
      across(pair);
      try (Strangers strangers =
          Strangers.letIn(
              pair.here(), TwoRegions.peer(pair.here(), pair.there()), PEERS - 1, folder)) {
        new LocalRun(pair, strangers, PEERS, CASES, table, err).measure(rounds);
      }
    }
  }

  /**
   * Medians of one round, in milliseconds.
   *
   * @param bare a question between the hubs for nothing
   * @param home the look-up where the licence lives
   * @param far the same look-up at the other hub
   */
  private record Across(double bare, double home, double far) {
    double added() {
      return far - home - bare;
    }
  }

  private void across(TwoRegions pair) throws Exception {
    say("跨枢纽查询 look-ups across");
    List<ObjectNode> documents = pair.documents(pair.there(), CASES);
    Asking here = Asking.at(pair.here());
    Asking home = Asking.at(pair.there());
    Questions questions = new Questions(documents);
    try (RoundTrip bare = new RoundTrip(pair.here(), TwoRegions.peer(pair.there(), pair.here()))) {
      round(bare, home, here, questions, WARM_UP);
      List<Across> all = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        all.add(round(bare, home, here, questions, ASKED));
      }
      print(all, pair.there());
    }
  }

  private static Across round(
      RoundTrip bare, Asking home, Asking here, Questions questions, int count) {
    double[] trip = new double[count];
    double[] local = new double[count];
    double[] far = new double[count];
    for (int i = 0; i < count; i++) {
      String question = questions.byIdentifier().apply(i);
      trip[i] = Asking.millis(bare::ask);
      local[i] = Asking.millis(() -> home.found(question));
      far[i] = Asking.millis(() -> here.found(question));
    }
    return new Across(Asking.median(trip), Asking.median(local), Asking.median(far));
  }

  private void print(List<Across> all, RegionHub there) throws Exception {
    Medians bare = Medians.of(rounds, i -> all.get(i).bare());
    Medians home = Medians.of(rounds, i -> all.get(i).home());
    Medians far = Medians.of(rounds, i -> all.get(i).far());
    Medians added = Medians.of(rounds, i -> all.get(i).added());
    Medians ratio =
        Medians.of(rounds, i -> all.get(i).far() / (all.get(i).bare() + all.get(i).home()));
    table.row("(a) round trip between two hubs, operation `checkpoint`", Table.millis(bare), "");
    table.row(
        "(c) look-up by identifier at the licence's home, " + there.place.id(),
        Table.millis(home),
        "");
    table.row(
        "(b) the same look-up at the other hub",
        Table.millis(far),
        Table.ratio(ratio.median(), "(a) + (c)"));
    table.row("(b) − (c) − (a)", Table.millis(added), "5 ms at the most");
  }

  private void say(String what) {
    err.println("  " + what + " …");
    err.flush();
  }
}
