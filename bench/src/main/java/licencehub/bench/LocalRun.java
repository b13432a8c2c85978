package licencehub.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import licencehub.demo.regions.RegionHub;
import licencehub.model.code.CitizenNumber;
import tools.jackson.databind.node.ObjectNode;

/**
 * Look-ups of licences that are here, with peers and without: the very hub, whose operator takes
 * all peers out of its configuration and puts them back, round by round.
 */
final class LocalRun {
  private static final int ASKED = 800;
  private static final int WARM_UP = 200;
  private static final int NOBODIES = 1_000;
  private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
  private static final Pattern PEER = Pattern.compile("\"peer [^\"]+\"");

  private final TwoRegions pair;
  private final Strangers strangers;
  private final int peers;
  private final Table table;
  private final PrintWriter err;
  private final Asking asking;
  private final List<ObjectNode> documents;

  LocalRun(
      TwoRegions pair, Strangers strangers, int peers, int cases, Table table, PrintWriter err) {
    this.pair = pair;
    this.strangers = strangers;
    this.peers = peers;
    this.table = table;
    this.err = err;
    this.asking = Asking.at(pair.here());
    this.documents = pair.documents(pair.here(), cases);
  }

  /** Medians of one round, in milliseconds. */
  private record Local(double identifier, double holder) {}

  void measure(int rounds) throws Exception {
    say("等待 " + peers + " 个枢纽的过滤器 filters of " + peers + " peers");
    awaitPeers(peers);
    Questions questions = new Questions(heldHereAlone());
    misses();
    List<Local> alone = new ArrayList<>();
    List<Local> among = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      say("本地查询 local look-ups, " + (i + 1));
      strangers.leave();
      awaitPeers(0);
      alone.add(round(questions));
      strangers.comeBack();
      awaitPeers(peers);
      among.add(round(questions));
    }
    print("by identifier", rounds, i -> alone.get(i).identifier(), i -> among.get(i).identifier());
    print("by holder", rounds, i -> alone.get(i).holder(), i -> among.get(i).holder());
  }

  private Local round(Questions questions) {
    medians(questions.byIdentifier(), WARM_UP);
    medians(questions.byHolder(), WARM_UP);
    return new Local(
        medians(questions.byIdentifier(), ASKED), medians(questions.byHolder(), ASKED));
  }

  private double medians(IntFunction<String> question, int count) {
    double[] millis = new double[count];
    for (int i = 0; i < count; i++) {
      String asked = question.apply(i);
      millis[i] = Asking.millis(() -> asking.found(asked));
    }
    return Asking.median(millis);
  }

  private void print(String how, int rounds, IntFunction<Double> alone, IntFunction<Double> among)
      throws Exception {
    Medians none = Medians.of(rounds, alone::apply);
    Medians many = Medians.of(rounds, among::apply);
    Medians ratio = Medians.of(rounds, i -> among.apply(i) / alone.apply(i));
    table.row("local look-up " + how + ", no peers", Table.millis(none), "");
    table.row(
        "the same, " + peers + " peers with fresh filters",
        Table.millis(many),
        String.format(
            Locale.ROOT,
            "%.2f × (%.2f to %.2f) that without",
            ratio.median(),
            ratio.least(),
            ratio.most()));
  }

  /** Nobody's licences are looked for, and nobody else is asked. */
  private void misses() {
    int strangersBefore = strangers.asked();
    long homeBefore = searches(pair.there());
    for (int i = 0; i < NOBODIES; i++) {
      asking.absent(Questions.of(nobody(i)));
    }
    long questions = strangers.asked() - strangersBefore + searches(pair.there()) - homeBefore;
    table.row(
        String.format(Locale.ROOT, "%,d look-ups by holder nobody has, %d peers", NOBODIES, peers),
        questions + " questions at peers",
        "");
  }

  private static String nobody(int number) {
    return CitizenNumber.complete(String.format(Locale.ROOT, "99999919800101%03d", number)).text();
  }

  /** How many searches of peers a hub has answered, by its own count. */
  private static long searches(RegionHub hub) {
    return hub.client()
        .text("/metrics")
        .lines()
        .filter(it -> it.startsWith("licencehub_peer_requests_seconds_count"))
        .filter(it -> it.contains("operation=\"searchLicences\""))
        .mapToLong(it -> (long) Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Licences whose holders every peer's filter rules out. */
  private List<ObjectNode> heldHereAlone() {
    List<ObjectNode> alone =
        documents.stream()
            .filter(it -> it.required("type").asString().startsWith("licence.issued"))
            .filter(it -> !isAskedElsewhere(new Questions(List.of(it)).byHolder().apply(0)))
            .toList();
    if (alone.isEmpty()) {
      throw new IllegalStateException("every holder may be known elsewhere");
    }
    return alone;
  }

  private boolean isAskedElsewhere(String question) {
    return asking.ask(question).contains("\"hubs\"");
  }

  /** Until the hub knows so many peers, and their filters rule somebody out whom nobody has. */
  private void awaitPeers(int wanted) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (PEER.matcher(pair.here().client().text("/health")).results().count() != wanted
        || isAskedElsewhere(Questions.of(nobody(0)))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the hub does not have " + wanted + " peers");
      }
      Thread.sleep(200);
    }
  }

  private void say(String what) {
    err.println("  " + what + " …");
    err.flush();
  }
}
