package licencehub.hub.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.model.Text;
import licencehub.sharing.Origin;
import licencehub.sharing.directory.Directory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "check",
    description = {
      "校验全部配置，一次列出所有问题及改法（不连接任何系统）",
      "Check every setting and list all faults at once, each with its remedy (connects to nothing)"
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private OutputOption output = new OutputOption();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Instant begun = surroundings.clock().instant();
    return switch (config.load()) {
      case Loaded.Sound it -> sound(it.config(), begun);
      case Loaded.Unsound it -> unsound(it.faults());
    };
  }

  private int sound(ConfigFolder folder, Instant begun) {
    long sources = folder.departments().stream().mapToLong(it -> it.sources().size()).sum();
    long took = Duration.between(begun, surroundings.clock().instant()).toMillis();
    talk.say(
        Text.of(
            "配置无误：%d个部门，%d个来源，用时%d毫秒。".formatted(folder.departments().size(), sources, took),
            "The configuration is sound: %d departments, %d sources, %d ms."
                .formatted(folder.departments().size(), sources, took)));
    talk.say(origins(folder.directory()));
    if (output.isJson()) {
      output.print(talk.out(), new Table(""), faults(List.of()));
    }
    return Exit.OK.code();
  }

  /** Demo types and items are made up: nobody should take them for the published ones. */
  private static Text origins(Directory directory) {
    long types = directory.types().stream().filter(it -> it.origin() == Origin.DEMO).count();
    long items = directory.guides().stream().filter(it -> it.origin() == Origin.DEMO).count();
    return Text.of(
        "证照类型%d类，其中演示%d类；事项%d个，其中演示%d个。"
            .formatted(directory.types().size(), types, directory.guides().size(), items),
        "%d licence types, %d of them demo; %d items, %d of them demo."
            .formatted(directory.types().size(), types, directory.guides().size(), items));
  }

  private int unsound(List<ConfigFault> faults) {
    if (output.isJson()) {
      output.print(talk.out(), new Table(""), faults(faults));
    } else {
      faults.forEach(talk.out()::println);
      talk.out().flush();
    }
    talk.say(Text.of("共" + faults.size() + "处问题。", faults.size() + " fault(s) in all."));
    return Exit.INVALID.code();
  }

  private static ObjectNode faults(List<ConfigFault> faults) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("sound", faults.isEmpty());
    ArrayNode list = all.putArray("faults");
    for (ConfigFault fault : faults) {
      ObjectNode one = list.addObject();
      one.put("file", slashes(fault.file())).put("line", fault.line());
      one.put("key", fault.key()).put("value", fault.value());
      Json.put(one, "message", fault.message());
      Json.put(one, "remedy", fault.remedy());
    }
    return all;
  }

  private static String slashes(Path file) {
    return file.toString().replace('\\', '/');
  }
}
