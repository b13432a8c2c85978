package licencehub.hub.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "status",
    description = {
      "运行状况：健康、各来源及速率、账本大小（需 operator 令牌）",
      "How the hub is doing: health, sources with rates, ledger size (needs an operator's token)"
    })
final class StatusCommand implements Callable<Integer> {
  private static final String SOURCES = "/api/v1/sources";
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--over",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = {"用几秒测速率（默认 1）", "measure rates over so many seconds (default 1)"})
  private int seconds;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() throws InterruptedException {
    HubClient client = server.client();
    JsonNode health = client.look("/health");
    JsonNode before = client.get(SOURCES).path("sources");
    Instant begun = surroundings.clock().instant();
    Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 0, 60)));
    JsonNode sources = client.get(SOURCES).path("sources");
    double spent =
        Math.max(1, Duration.between(begun, surroundings.clock().instant()).toMillis()) / 1000.0;
    long size = ledgerSize(client);
    if (output.isJson()) {
      ObjectNode all = Json.object();
      all.set("health", health);
      all.set("sources", sources);
      all.put("ledgerSize", size);
      output.print(talk.out(), new Table(""), all);
    } else {
      healthTable(health).print(talk.out());
      talk.out().println();
      sourceTable(before, sources, spent).print(talk.out());
      talk.out().println();
      talk.out().println(Text.of("账本记录数：" + size, "ledger entries: " + size));
      talk.out().flush();
    }
    return (health.path("status").asString("").equals("down") ? Exit.FAILED : Exit.OK).code();
  }

  private Table healthTable(JsonNode health) {
    Table table = new Table("部分 PART", "状态 STATUS", "原因 CAUSE");
    for (JsonNode it : health.path("items")) {
      table.row(
          it.path("name").asString(""),
          it.path("status").asString(""),
          Refusals.text(it.path("cause"), "-", "-"));
    }
    return table;
  }

  private static Table sourceTable(JsonNode before, JsonNode sources, double spent) {
    Table table =
        new Table(
            "来源 SOURCE",
            "状态 PHASE",
            "节点 NODE",
            "接收 ACC",
            "重复 DUP",
            "取代 SUP",
            "隔离 QUA",
            "条/秒 RATE",
            "障碍 TROUBLE");
    for (int i = 0; i < sources.size(); i++) {
      JsonNode it = sources.get(i);
      JsonNode counts = it.path("outcomes");
      long earlier = earlier(before, it.path("source").asString(""), sum(counts));
      table.row(
          it.path("source").asString(""),
          it.path("phase").asString(""),
          it.path("node").asString("-"),
          counts.path("accepted").asLong(0),
          counts.path("duplicate").asLong(0),
          counts.path("superseded").asLong(0),
          counts.path("quarantined").asLong(0),
          String.format(Locale.ROOT, "%.1f", (sum(counts) - earlier) / spent),
          trouble(it));
    }
    return table;
  }

  private static String trouble(JsonNode source) {
    String cause = source.path("trouble").asString("");
    return cause.isEmpty()
        ? "-"
        : "%s（自 since %s，下次 next %s）"
            .formatted(
                cause,
                source.path("troubleSince").asString("?"),
                source.path("nextAttempt").asString("?"));
  }

  private static long earlier(JsonNode before, String source, long otherwise) {
    for (JsonNode it : before) {
      if (it.path("source").asString("").equals(source)) {
        return sum(it.path("outcomes"));
      }
    }
    return otherwise;
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode it : counts) {
      sum += it.asLong(0);
    }
    return sum;
  }

  /** Entries in the ledger: the second line of its checkpoint (C2SP tlog-checkpoint). */
  private static long ledgerSize(HubClient client) {
    return client
        .text("/api/v1/ledger/checkpoint")
        .map(it -> it.lines().skip(1).findFirst().orElse("0"))
        .map(Long::parseLong)
        .orElse(0L);
  }
}
