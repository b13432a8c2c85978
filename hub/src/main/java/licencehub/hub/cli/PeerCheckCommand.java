package licencehub.hub.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import licencehub.federation.Peer;
import licencehub.federation.PeerQuestion;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.FederationSection;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "check",
    description = {
      "试连对等枢纽：解析、连接、双方证书、签名问答，逐步计时",
      "Dry run of peers: resolve, connect, both certificates, a signed question; each step timed"
    })
final class PeerCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = {"对等枢纽标识，省略则逐个试连", "id of the peer; all of them when left out"})
  private @Nullable String id;

  PeerCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    FederationSection federation = PeerTalk.federation(folder);
    List<PeerDryRun.Report> reports = new ArrayList<>();
    try (PeerQuestion question = surroundings.launcher().peerQuestion(folder)) {
      PeerDryRun dryRun =
          new PeerDryRun(
              talk,
              surroundings.clock(),
              surroundings.launcher().peerIdentity(folder),
              question,
              federation.patience());
      for (Peer peer : chosen(folder)) {
        talk.say(
            Text.of("试连 " + peer.hub(), "dry run of " + peer.hub() + " " + peer.card().address()));
        reports.add(dryRun.run(peer));
      }
    }
    show(reports);
    return exit(reports).code();
  }

  private List<Peer> chosen(ConfigFolder folder) {
    List<Peer> chosen =
        folder.peers().stream().filter(it -> id == null || it.hub().equals(id)).toList();
    if (chosen.isEmpty()) {
      String all = String.join(", ", folder.peers().stream().map(Peer::hub).sorted().toList());
      throw new CommandFailed(
          Exit.USAGE,
          Text.of(
              id == null ? "还没有接入任何枢纽" : "没有接入枢纽“" + id + "”",
              id == null ? "no hub has been let in yet" : "no hub \"" + id + "\" has been let in"),
          Text.of(
              all.isEmpty() ? "先用 peer add 按名片接入" : "可用：" + all,
              all.isEmpty() ? "let one in by its card with peer add" : "there are: " + all));
    }
    return chosen;
  }

  private void show(List<PeerDryRun.Report> reports) {
    Table table = new Table("枢纽 HUB", "结果 RESULT", "步骤 STEPS");
    ArrayNode json = JsonMapper.shared().createArrayNode();
    for (PeerDryRun.Report each : reports) {
      table.row(
          each.hub(),
          each.exit().text(),
          each.steps().stream().filter(LiveProbe.Done::passed).count() + "/" + each.steps().size());
      ObjectNode one = json.addObject().put("hub", each.hub()).put("exit", each.exit().code());
      ArrayNode steps = one.putArray("steps");
      for (LiveProbe.Done step : each.steps()) {
        ObjectNode it = steps.addObject();
        Json.put(it, "name", step.name());
        it.put("passed", step.passed()).put("millis", step.took().toMillis());
        it.put("found", step.found());
      }
    }
    output.print(talk.out(), table, json);
  }

  /** As all went; partly where they did not go alike. */
  private static Exit exit(List<PeerDryRun.Report> reports) {
    List<Exit> kinds = reports.stream().map(PeerDryRun.Report::exit).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : Exit.PARTLY;
  }
}
