package licencehub.bench;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import licencehub.bench.Lookups.Result;
import licencehub.demo.Play;
import licencehub.hub.access.Role;

/** Look-ups: against a bare handler, one caller and many, idle and while others submit. */
final class LookupRun {
  private static final int COUNT = 10_000;
  private static final String ITEM = "000117002000";
  private static final int LOAD = 15_000;
  private final Play play;
  private final Table table;
  private final int rounds;
  private final Questions questions;
  private final String url;
  private final String exemptions;

  /** Makes signed records that were not sent yet. */
  interface Supply {
    List<byte[]> more(int lot, int count);
  }

  LookupRun(Play play, Table table, int rounds, Questions questions) {
    this.play = play;
    this.table = table;
    this.rounds = rounds;
    this.questions = questions;
    this.url = play.stage().hubUrl() + "/api/v1/licences/search";
    this.exemptions = play.stage().hubUrl() + "/api/v1/exemptions";
  }

  void all(Supply supply, Ingest ingest) throws Exception {
    hub(Lookups.CALLERS, questions.byIdentifier());
    hub(Lookups.CALLERS, questions.byHolder());
    try (BareHandler bare = new BareHandler(play.stage().data())) {
      bare(bare, Lookups.CALLERS);
      compared("one caller", bare, 1);
      compared(Lookups.CALLERS + " callers", bare, Lookups.CALLERS);
    }
    Result holder = median(round -> hub(Lookups.CALLERS, questions.byHolder()));
    table.row("search by holder, " + Lookups.CALLERS + " callers", holder.shown(), "");
    Result exempt = median(round -> exemptions());
    table.row(
        "exemption check of an item's five documents, logged, one caller, one licence a holder",
        exempt.shown(),
        "");
    underIngest(supply, ingest);
  }

  /** Checks the shipped item with the most documents. */
  private Result exemptions() throws Exception {
    return Lookups.hub(exemptions, token(), 1, COUNT / 8, questions.exemptions(ITEM));
  }

  private void compared(String who, BareHandler bare, int callers) throws Exception {
    Result plain = median(round -> bare(bare, callers));
    Result posted = median(round -> posted(bare, callers));
    Result whole = median(round -> hub(callers, questions.byIdentifier()));
    table.row("look-up by a bare handler, " + who, plain.shown(), "");
    table.row("the same, asked by POST as the hub is, " + who, posted.shown(), "");
    table.row(
        "look-up, authorised, logged on disk, with proof, " + who,
        whole.shown(),
        Table.ratio((double) whole.p50() / plain.p50(), "the bare handler's p50")
            + ", "
            + Table.ratio((double) whole.p50() / posted.p50(), "that by POST"));
  }

  private void underIngest(Supply supply, Ingest ingest) throws Exception {
    Result idle = median(round -> hub(1, questions.byIdentifier()));
    Result busy = median(round -> busy(ingest, supply.more(200 + round, LOAD)));
    table.row(
        "look-up, one caller, under full ingest",
        busy.shown(),
        "p99 is " + Table.ratio((double) busy.p99() / idle.p50(), "the idle p50"));
  }

  private Result busy(Ingest ingest, List<byte[]> load) throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Double> running =
          pool.submit(() -> ingest.http(play.stage().bodies().getFirst(), load));
      Thread.sleep(500);
      Result busy = Lookups.hub(url, token(), 1, 400, questions.byIdentifier());
      running.get();
      return busy;
    }
  }

  private Result hub(int callers, IntFunction<String> question) throws Exception {
    return Lookups.hub(url, token(), callers, COUNT * callers / Lookups.CALLERS, question);
  }

  private Result bare(BareHandler bare, int callers) throws Exception {
    return Lookups.bare(
        callers,
        COUNT * callers / Lookups.CALLERS,
        i -> "http://127.0.0.1:" + bare.port() + "/licences/" + questions.identifier(i));
  }

  private Result posted(BareHandler bare, int callers) throws Exception {
    String address = "http://127.0.0.1:" + bare.port() + "/licences/search";
    return Lookups.hub(
        address, "", callers, COUNT * callers / Lookups.CALLERS, questions.byIdentifier());
  }

  private String token() {
    return play.client().token(Role.APPROVER);
  }

  /** One round's outcome. */
  private interface Round {
    Result run(int round) throws Exception;
  }

  /** The round whose p50 is the median. */
  private Result median(Round round) throws Exception {
    List<Result> results = new java.util.ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      results.add(round.run(i));
    }
    results.sort(java.util.Comparator.comparingLong(Result::p50));
    return results.get(results.size() / 2);
  }
}
