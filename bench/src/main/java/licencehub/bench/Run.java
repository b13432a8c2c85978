package licencehub.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import licencehub.demo.Play;
import licencehub.demo.players.Envelopes;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Body;
import tools.jackson.databind.node.ObjectNode;

/** One run: every part in the order in which it loads the hub, each in several rounds. */
final class Run {
  private static final int WARM_UP = 4_000;

  /** Cases from one lot to the next; a department numbers ten million a day. */
  private static final long LOT = 40_000;

  private final Play play;
  private final int records;
  private final int rounds;
  private final Table table;
  private final PrintWriter err;
  private final Ingest ingest;
  private final HubGauges gauges;
  private final Body pusher;
  private final Body sender;

  Run(Play play, int records, int rounds, Table table, PrintWriter err) {
    this.play = play;
    this.records = records;
    this.rounds = rounds;
    this.table = table;
    this.err = err;
    this.ingest = new Ingest(play);
    this.gauges = new HubGauges(play);
    this.pusher = play.stage().bodies().get(0);
    this.sender = play.stage().bodies().get(1);
  }

  void all(Set<Part> parts) throws Exception {
    List<ObjectNode> documents = Material.documents(pusher, 0, records + WARM_UP);
    List<byte[]> lines = Material.signed(documents, envelopes(pusher)::dsse);
    if (parts.contains(Part.START)) {
      start();
    }
    double verified = parts.contains(Part.VERIFICATION) ? verification(lines) : Double.NaN;
    say("预热 warming up");
    ingest.http(pusher, lines);
    if (parts.contains(Part.INGEST)) {
      ingest(verified);
    }
    if (parts.contains(Part.RECEIPTS)) {
      receipts();
    }
    if (parts.contains(Part.LOOKUPS)) {
      new LookupRun(play, table, rounds, new Questions(documents)).all(this::more, ingest);
    }
    if (parts.contains(Part.FILES)) {
      files(lines);
    }
    table.row("peak memory of the hub's process", gauges.peakMemory(), "512 MB heap");
  }

  private void start() throws Exception {
    say("启动 start");
    // A hub leaves the archive of its classes when it stops in order; killed ones start from it.
    play.hub().close();
    play.restartIfDead();
    Medians seconds =
        Medians.of(
            rounds,
            round -> {
              play.hub().kill();
              long began = System.nanoTime();
              play.restartIfDead();
              return (System.nanoTime() - began) / 1e9;
            });
    table.row("start until ready, after a kill", Table.seconds(seconds), "");
  }

  private double verification(List<byte[]> lines) throws Exception {
    say("验签 verification");
    Medians rate = Medians.of(rounds, round -> Verification.rate(play.stage(), pusher, lines));
    table.row("SM2 verification of envelopes, 2 threads", Table.rate(rate), "");
    return rate.median();
  }

  private void files(List<byte[]> lines) throws Exception {
    say("证照文件 licence files");
    List<byte[]> some = lines.subList(0, Math.min(lines.size(), 2_000));
    SealedFiles files = new SealedFiles(play);
    Medians file = Medians.of(rounds, round -> files.rate());
    Medians envelope =
        Medians.of(rounds, round -> Verification.rate(play.stage(), pusher, some, 1));
    Medians pure = Medians.of(rounds, round -> files.pure());
    table.row("SM2 verification of envelopes, 1 thread", Table.rate(envelope), "");
    table.row(
        "pure cryptography of a sealed OFD: SM3 and four SM2 signatures, 1 thread",
        Table.rate(pure),
        "");
    table.row(
        "verification of a sealed OFD, caches warm, 1 thread",
        Table.rate(file),
        Table.ratio(pure.median() / file.median(), "the time of its cryptography"));
  }

  private void receipts() throws Exception {
    say("回执 receipts");
    Receipts receipts = new Receipts(play.stage().folder(), records);
    Medians with = Medians.of(rounds + 1, receipts::with);
    Medians without = Medians.of(rounds + 1, receipts::without);
    double added = with.median() - without.median();
    Medians whole = Medians.of(rounds, round -> ingest.http(pusher, more(50 + round, records)));
    table.row(
        "receipts: ledger, two signatures a group and proofs, filing alone",
        String.format(Locale.ROOT, "%.1f µs a record", added * 1e6),
        Table.ratio(added * whole.median(), "the time of verified ingest, HTTP"));
  }

  private void ingest(double verified) throws Exception {
    say("HTTP 入库 ingest");
    List<List<byte[]>> loads = loads();
    HubGauges.Reading before = gauges.read();
    Medians http = Medians.of(rounds, round -> ingest.http(pusher, loads.get(round)));
    HubGauges.Reading after = gauges.read();
    Medians single =
        Medians.of(rounds, round -> ingest.single(pusher, more(100 + round, records / 10)));
    say("AMQP 入库 ingest");
    Medians amqp = Medians.of(rounds, round -> ingest.amqp(sender, messages(round)));
    say("引擎 engine");
    Path library = play.stage().data().resolve("library/library.db");
    Path raw = play.stage().folder().resolve("raw.db");
    Medians engine = Medians.of(rounds, round -> RawEngine.rate(library, raw));
    table.row("raw engine bulk, same rows and durability", Table.rate(engine), "");
    table.row(
        "verified durable ingest, HTTP, batches of " + Ingest.LINES,
        Table.rate(http),
        Table.ratio(http.median() / engine.median(), "raw engine")
            + ", "
            + Table.ratio(http.median() / verified, "verification"));
    table.row("verified durable ingest, HTTP, one a call, 8 callers", Table.rate(single), "");
    table.row(
        "verified durable ingest, AMQP",
        Table.rate(amqp),
        Table.ratio(amqp.median() / http.median(), "HTTP"));
    after.since(before, (long) rounds * records, table);
  }

  private List<List<byte[]>> loads() {
    List<List<byte[]>> loads = new java.util.ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      loads.add(more(1 + round, records));
    }
    return loads;
  }

  /** Signed records nobody has sent yet; each lot is of cases of its own. */
  private List<byte[]> more(int lot, int count) {
    return Material.signed(Material.documents(pusher, LOT * lot, count), envelopes(pusher)::dsse);
  }

  private List<byte[]> messages(int round) {
    return Material.signed(
        Material.documents(sender, LOT * round, records / 2), envelopes(sender)::cms);
  }

  private Envelopes envelopes(Body body) {
    Stage stage = play.stage();
    return new Envelopes(new Authority(stage.config(), stage.outside().resolve("keys")).keys(body));
  }

  private void say(String what) {
    err.println("  " + what + " …");
    err.flush();
  }
}
