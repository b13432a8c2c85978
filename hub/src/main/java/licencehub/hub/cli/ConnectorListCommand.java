package licencehub.hub.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
    name = "list",
    description = {"列出配置中的全部来源", "List every configured source"})
final class ConnectorListCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    Table table =
        new Table(
            "来源 SOURCE", "部门 DEPARTMENT", "连接器 CONNECTOR", "方言 DIALECT", "信任 TRUST", "启用 ENABLED");
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (DepartmentFile department : folder.departments()) {
      for (SourceFile source : department.sources()) {
        String trust = source.trust().name().toLowerCase(Locale.ROOT);
        table.row(
            source.id(),
            department.department().name(),
            source.connector(),
            source.dialect(),
            trust,
            source.enabled());
        json.addObject()
            .put("source", source.id().text())
            .put("department", department.department().code().text())
            .put("connector", source.connector())
            .put("dialect", source.dialect())
            .put("trust", trust)
            .put("enabled", source.enabled());
      }
    }
    output.print(talk.out(), table, json);
    return Exit.OK.code();
  }
}
