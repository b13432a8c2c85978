package licencehub.hub.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "replay",
    description = {
      "重放一件，或按来源、原因限速重放多件并显示进度；可随时 stop",
      "Replay one entry, or many by source and reason at a rate, showing progress; stop ends it"
    })
final class QuarantineReplayCommand implements Callable<Integer> {
  static final String RUNS = QuarantineCommand.PATH + "/replays";
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = {"隔离编号；省略则重放多件", "number of one entry; leave it out to replay many"})
  private @Nullable Long number;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = {"只重放此来源", "of this source alone"})
  private @Nullable String source;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = {"只重放此原因", "of this reason alone"})
  private @Nullable String reason;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "50",
      description = {"每秒件数（默认 50）", "entries a second (default 50)"})
  private double rate;

  QuarantineReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    HubClient client = server.client();
    return number == null ? many(client) : one(client, number);
  }

  private int one(HubClient client, long entry) {
    JsonNode outcome = client.post(QuarantineCommand.PATH + "/" + entry + "/replay", Json.object());
    boolean again = outcome.has("quarantine");
    Table table = new Table("编号 NUMBER", "结果 OUTCOME", "原因 CODE");
    table.row(
        entry,
        outcome.path("outcome").asString(""),
        outcome.path("faults").path(0).path("code").asString("-"));
    output.print(talk.out(), table, outcome);
    return (again ? Exit.PARTLY : Exit.OK).code();
  }

  private int many(HubClient client) throws InterruptedException {
    ObjectNode wish = Json.object().put("perSecond", rate);
    if (source != null) {
      wish.put("source", source);
    }
    if (reason != null) {
      wish.put("reason", reason);
    }
    JsonNode run = client.post(RUNS, wish);
    long id = run.path("id").asLong();
    talk.say(
        Text.of(
            "重放 " + id + " 开始；停止：licencehub quarantine stop " + id,
            "replay " + id + " begins; to end it: licencehub quarantine stop " + id));
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    while (run.path("running").asBoolean(false)) {
      Thread.sleep(LOOK_EVERY);
      run = client.get(RUNS + "/" + id);
      progress.at(run.path("done").asLong(), run.path("total").asLong());
    }
    return finished(run);
  }

  private int finished(JsonNode run) {
    Table table = new Table("结果 OUTCOME", "件数 NUMBER");
    run.path("outcomes").properties().forEach(it -> table.row(it.getKey(), it.getValue()));
    output.print(talk.out(), table, run);
    boolean whole = run.path("done").asLong() >= run.path("total").asLong();
    boolean again = run.path("outcomes").path("quarantined").asLong(0) > 0;
    return (whole && !again ? Exit.OK : Exit.PARTLY).code();
  }
}
