package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Command(
    name = "try",
    description = {
      "用改过的事项文件试算库中的办件：哪些材料本可免提交，哪些不再免提交；只读",
      "Try changed item files on past cases: which documents they would have exempted, or no longer;"
          + " reads only"
    })
final class ExemptionsTryCommand implements Callable<Integer> {
  private static final String PATH = "/api/v1/exemptions/tries";
  private static final int SHOWN = 20;

  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--items",
      paramLabel = "DIR",
      required = true,
      description = {"改过的事项文件所在目录", "the folder of the changed item files"})
  private Path items = Path.of("items");

  ExemptionsTryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.server = new ServerOption(surroundings);
  }

  /** What became of one document over all cases. */
  private record Sum(List<String> exempt, List<String> lost) {}

  @Override
  public Integer call() {
    HubClient client = server.client();
    Table table = new Table("事项 ITEM", "材料 DOCUMENT", "新免 EXEMPT", "不再免 NO LONGER", "办件 CASES");
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("items");
    for (JsonNode item : read()) {
      ObjectNode one = list.addObject();
      attempt(client, item, one, table);
    }
    output.print(talk.out(), table, all);
    return Exit.OK.code();
  }

  private void attempt(HubClient client, JsonNode item, ObjectNode one, Table table) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    ObjectNode wish = Json.object();
    wish.set("item", item);
    long cases = 0;
    long next = -1;
    long head;
    do {
      JsonNode answer = client.post(PATH, wish.put("after", next));
      next = answer.path("next").asLong();
      head = answer.path("head").asLong();
      cases += answer.path("cases").asLong();
      answer.path("documents").forEach(it -> add(it, sums));
      progress.at(next + 1, head + 1);
    } while (next < head);
    String code = item.path("code").asString("");
    one.put("item", code).put("cases", cases);
    ObjectNode documents = one.putObject("documents");
    sums.forEach((document, sum) -> row(code, document, sum, documents, table));
  }

  private static void add(JsonNode document, Map<String, Sum> sums) {
    Sum sum =
        sums.computeIfAbsent(
            document.path("document").asString(),
            it -> new Sum(new ArrayList<>(), new ArrayList<>()));
    document.path("exempt").forEach(it -> sum.exempt().add(it.asString()));
    document.path("noLongerExempt").forEach(it -> sum.lost().add(it.asString()));
  }

  private static void row(
      String item, String document, Sum sum, ObjectNode documents, Table table) {
    ObjectNode one = documents.putObject(document);
    sum.exempt().forEach(one.putArray("exempt")::add);
    sum.lost().forEach(one.putArray("noLongerExempt")::add);
    List<String> some =
        Stream.concat(
                sum.exempt().stream().map(it -> "+" + it), sum.lost().stream().map(it -> "-" + it))
            .limit(SHOWN)
            .toList();
    table.row(
        item,
        document,
        sum.exempt().size(),
        sum.lost().size(),
        some.isEmpty() ? "-" : String.join(" ", some));
  }

  private List<JsonNode> read() {
    YAMLMapper yaml = new YAMLMapper();
    List<JsonNode> read = new ArrayList<>();
    try (Stream<Path> files = Files.list(items)) {
      for (Path each : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
        read.add(yaml.readTree(Files.readString(each)));
      }
    } catch (IOException | JacksonException e) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("事项文件读不出：" + items, "the item files cannot be read: " + items),
          Text.of("检查目录和YAML写法", "check the folder, and that the files are YAML"));
    }
    return read;
  }
}
