package licencehub.hub.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "reconcile",
    description = {
      "对账：部门某日报送的，枢纽是否都收到；有缺失、隔离或版本不符时退出码非零",
      "Reconcile: whether all that a department sent on a day is here; ends with a code above zero"
          + " where something is missing, set aside or in another version"
    })
final class ReconcileCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--source",
      required = true,
      paramLabel = "ID",
      description = {"来源标识", "source id"})
  private String source = "";

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DAY",
      description = {
        "哪一天（北京时间，按枢纽收到的时间），例如 2026-11-22",
        "the day, in China's time, by when the hub received it, such as 2026-11-22"
      })
  private LocalDate day = LocalDate.EPOCH;

  @Parameters(
      paramLabel = "FILE",
      description = {
        "部门报送的清单，每行 编号,版本 或含 id 与 version 的 JSON；- 为标准输入",
        "what was sent, id,version or JSON with id and version a line; - for standard input"
      })
  private Path file = Path.of("-");

  ReconcileCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    ObjectNode found =
        new Reconciling(server.client(), source, day, SentList.read(file)).differences();
    Table table = new Table("差异 DIFFERENCE", "报送编号 ID", "版本 VERSION", "枢纽 HERE");
    rows(table, found, "missing", Text.of("缺失", "missing"));
    rows(table, found, "quarantined", Text.of("已隔离", "set aside"));
    rows(table, found, "otherVersions", Text.of("版本不符", "another version"));
    rows(table, found, "otherTime", Text.of("他日收到", "another day"));
    found
        .path("unlisted")
        .forEach(it -> table.row(Text.of("清单未列", "not listed"), it.asString(""), "-", "-"));
    output.print(talk.out(), table, found);
    talk.say(sum(found));
    boolean lacks =
        List.of("missing", "quarantined", "otherVersions").stream()
            .anyMatch(it -> !found.path(it).isEmpty());
    return (lacks ? Exit.NEGATIVE : Exit.OK).code();
  }

  private static void rows(Table table, ObjectNode found, String kind, Text word) {
    for (JsonNode it : found.path(kind)) {
      table.row(word, it.path("id").asString(""), it.path("version").asLong(0), here(it));
    }
  }

  /** The quarantine's number, or the version that was filed. */
  private static String here(JsonNode it) {
    return it.has("number") ? "#" + it.path("number").asLong(0) : it.path("here").asString("-");
  }

  private static Text sum(ObjectNode found) {
    Object[] counts =
        Stream.concat(
                Stream.of("listed", "received").map(it -> found.path(it).asLong(0)),
                Reconciling.KINDS.stream().map(it -> (long) found.path(it).size()))
            .toArray();
    return Text.of(
        "清单%d件，枢纽当日收到%d件：缺失%d，隔离%d，版本不符%d，他日收到%d，未列%d。".formatted(counts),
        ("%d listed, %d received on that day: %d missing, %d set aside, %d in another version,"
                + " %d on another day, %d not listed.")
            .formatted(counts));
  }
}
