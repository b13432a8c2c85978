package licencehub.hub.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "rotate",
    description = {
      "换新密钥：即刻生效，旧内容在枢纽运行中逐步改用新密钥；可随时退出，枢纽会继续",
      "New keys: they count at once, and what is stored comes under them while the hub runs;"
          + " leaving this command does not stop it"
    })
final class KeysRotateCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = {
        "只换 data（加密）或 index（检索）；省略则都换",
        "data (encryption) or index (search) alone; both without it"
      })
  private List<String> kinds = List.of("data", "index");

  @Option(
      names = "--no-wait",
      description = {"不等轮换完成", "do not wait until everything is under the new keys"})
  private boolean leave;

  KeysRotateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    HubClient client = server.client();
    ObjectNode wish = Json.object();
    kinds.forEach(wish.putArray("kinds")::add);
    JsonNode before = client.get(KeysCommand.PATH);
    JsonNode now = client.post(KeysCommand.PATH + "/rotate", wish);
    if (kinds.stream().allMatch(it -> current(before, it) == current(now, it))) {
      throw new CommandFailed(
          Exit.FAILED,
          Text.of("没有新密钥", "there is no new key"),
          Text.of(
              "先在密钥服务中新建：" + now.path("origin").asString(""),
              "make one in the key service first: " + now.path("origin").asString("")));
    }
    JsonNode end = leave ? now : watched(client, now);
    output.print(talk.out(), KeysStatusCommand.table(end), end);
    talk.say(KeysStatusCommand.words(end));
    boolean whole = leave || end.path("rotation").path("done").asBoolean(false);
    return (whole ? Exit.OK : Exit.PARTLY).code();
  }

  private static int current(JsonNode keys, String kind) {
    return keys.path(kind).path("current").asInt(0);
  }

  private JsonNode watched(HubClient client, JsonNode begun) throws InterruptedException {
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    long total = Math.max(left(begun), 1);
    JsonNode now = begun;
    while (!now.path("rotation").path("done").asBoolean(false) && !isHeldUp(now)) {
      Thread.sleep(LOOK_EVERY);
      now = client.get(KeysCommand.PATH);
      total = Math.max(total, left(now));
      progress.at(total - left(now), total);
    }
    return now;
  }

  private static boolean isHeldUp(JsonNode keys) {
    JsonNode rotation = keys.path("rotation");
    boolean stuck = left(keys) == 0 && rotation.path("stuck").asLong() > 0;
    return stuck || rotation.has("trouble");
  }

  private static long left(JsonNode keys) {
    return keys.path("rotation").path("rows").asLong()
        + keys.path("rotation").path("events").asLong();
  }
}
