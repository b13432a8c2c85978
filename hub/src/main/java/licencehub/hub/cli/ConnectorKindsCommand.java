package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.connectors.ConnectorSpec;
import licencehub.hub.config.Kinds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "kinds",
    description = {
      "列出连接器与方言；-o json 含各连接器设置的 JSON Schema",
      "List connectors and dialects; -o json has the JSON Schema of each connector's settings"
    })
final class ConnectorKindsCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Kinds kinds = Kinds.installed();
    Table table = new Table("类别 WHAT", "名称 NAME", "说明 TITLE");
    ObjectNode json = Json.object();
    ArrayNode connectors = json.putArray("connectors");
    ArrayNode dialects = json.putArray("dialects");
    kinds.connectors().values().stream()
        .map(licencehub.connectors.Connector::spec)
        .forEach(
            it -> {
              table.row("连接器 connector", it.kind(), it.title());
              connectors.add(spec(it));
            });
    kinds
        .dialects()
        .keySet()
        .forEach(
            it -> {
              table.row("方言 dialect", it, "-");
              dialects.add(it);
            });
    output.print(talk.out(), table, json);
    return Exit.OK.code();
  }

  private static ObjectNode spec(ConnectorSpec spec) {
    ObjectNode one = Json.object().put("kind", spec.kind());
    Json.put(one, "title", spec.title());
    one.set("settings", JsonMapper.shared().readTree(spec.settingsSchema()));
    return one;
  }
}
