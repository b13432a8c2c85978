package licencehub.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import licencehub.demo.Play;
import licencehub.demo.players.Envelopes;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.Stage;
import licencehub.demo.world.Body;
import licencehub.hub.access.Role;
import tools.jackson.databind.node.ObjectNode;

/** One run: everything is measured once, in the order in which it loads the hub. */
final class Run {
  private static final int LOOKUPS = 20_000;
  private static final int CALLERS = 8;
  private static final int WARM_UP = 3_000;

  private final Play play;
  private final int records;
  private final Table table;
  private final PrintWriter err;
  private final Ingest ingest;

  Run(Play play, int records, Table table, PrintWriter err) {
    this.play = play;
    this.records = records;
    this.table = table;
    this.err = err;
    this.ingest = new Ingest(play);
  }

  void all() throws Exception {
    Stage stage = play.stage();
    Body pusher = stage.bodies().get(0);
    Body sender = stage.bodies().get(1);
    Envelopes pushes = envelopes(pusher);
    List<ObjectNode> documents = Material.documents(pusher, 0, records + WARM_UP);
    List<byte[]> lines = Material.signed(documents, pushes::dsse);
    say("验签 verification");
    double verified = Verification.rate(stage, pusher, lines.subList(0, records));
    table.row("SM2 verification, 2 threads", Table.rate(verified), "");
    say("HTTP 入库 ingest");
    ingest.http(pusher, lines.subList(0, WARM_UP));
    Duration before = ingest.cpu();
    double http = ingest.http(pusher, lines.subList(WARM_UP, lines.size()));
    double cpu = ingest.cpu().minus(before).toNanos() / 1e3 / records;
    say("AMQP 入库 ingest");
    double amqp = ingest.amqp(sender, messages(sender));
    say("引擎 engine");
    Path library = stage.data().resolve("library/library.db");
    double raw = RawEngine.rate(library, stage.folder().resolve("raw.db"));
    table.row("raw engine bulk, same rows and durability", Table.rate(raw), "");
    table.row(
        "verified durable ingest, HTTP, batches of 500",
        Table.rate(http),
        Table.ratio(http / raw, "raw engine")
            + ", "
            + Table.ratio(http / verified, "verification"));
    table.row(
        "verified durable ingest, AMQP", Table.rate(amqp), Table.ratio(amqp / raw, "raw engine"));
    table.row("processor time of the hub per record", String.format("%.0f µs", cpu), "");
    lookups(library, documents, pusher, pushes);
    table.row("peak memory of the hub's process", ingest.peakMemory(), "512 MB heap");
  }

  private void lookups(Path library, List<ObjectNode> documents, Body body, Envelopes envelopes)
      throws Exception {
    say("查询 look-ups");
    Lookups lookups = new Lookups(identifiers(documents));
    String token = play.client().token(Role.APPROVER);
    String url = play.stage().hubUrl();
    lookups.hub(url, token, CALLERS, WARM_UP);
    Lookups.Result idle = lookups.hub(url, token, CALLERS, LOOKUPS);
    Lookups.Result alone = lookups.hub(url, token, 1, WARM_UP);
    try (BareHandler bare = new BareHandler(library)) {
      lookups.bare(bare.port(), CALLERS, WARM_UP);
      Lookups.Result plain = lookups.bare(bare.port(), CALLERS, LOOKUPS);
      table.row("look-up by a bare handler, 8 callers", shown(plain), "");
      table.row(
          "look-up, authorised, logged, with proof, 8 callers",
          shown(idle),
          Table.ratio(plain.perSecond() / idle.perSecond(), "the time of the bare handler"));
    }
    table.row("look-up, one caller, idle hub", shown(alone), "");
    Lookups.Result busy = underIngest(lookups, token, body, envelopes);
    table.row(
        "look-up, one caller, under full ingest",
        shown(busy),
        "p99 is " + Table.ratio((double) busy.p99() / alone.p50(), "the idle p50"));
  }

  private Lookups.Result underIngest(Lookups lookups, String token, Body body, Envelopes envelopes)
      throws Exception {
    List<byte[]> more =
        Material.signed(Material.documents(body, 1_000_000, records), envelopes::dsse);
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Double> load = pool.submit(() -> ingest.http(body, more));
      Lookups.Result busy = lookups.hub(play.stage().hubUrl(), token, 1, WARM_UP / 3);
      load.get();
      return busy;
    }
  }

  private List<byte[]> messages(Body sender) {
    return Material.signed(Material.documents(sender, 0, records), envelopes(sender)::cms);
  }

  private Envelopes envelopes(Body body) {
    Stage stage = play.stage();
    return new Envelopes(new Authority(stage.config(), stage.outside().resolve("keys")).keys(body));
  }

  private static List<String> identifiers(List<ObjectNode> documents) {
    return documents.stream()
        .filter(it -> it.required("type").asString().startsWith("licence."))
        .map(it -> it.required("subject").asString())
        .toList();
  }

  private static String shown(Lookups.Result result) {
    return Table.rate(result.perSecond())
        + ", p50 "
        + result.p50()
        + " µs, p99 "
        + result.p99()
        + " µs";
  }

  private void say(String what) {
    err.println("  " + what + " …");
    err.flush();
  }
}
