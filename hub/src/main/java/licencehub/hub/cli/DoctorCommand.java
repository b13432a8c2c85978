package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import licencehub.hub.cli.Doctor.Finding;
import licencehub.hub.cli.Doctor.Grade;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "doctor",
    description = {
      "体检：Java、文件数、磁盘与落盘速度、时钟、端口、密钥权限、证书有效期、配置；每项附处理办法",
      "Look at Java, file descriptors, disk and fsync, clock, ports, key permissions, certificates"
          + " and configuration; each with its remedy"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final long DISK_FREE = 1L << 30;
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = {"配置目录；省略则只看本机", "configuration folder; without it this machine alone"})
  private @Nullable Path folder;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    if (folder == null) {
      findings.addAll(new DoctorMachine(Path.of("."), DISK_FREE, surroundings.clock()).look());
    } else {
      withConfig(folder, findings);
    }
    findings.addAll(new DoctorPreviews().look());
    Table table = new Table("级别 GRADE", "项目 WHAT", "现状 FOUND", "处理 REMEDY");
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Finding it : findings) {
      String grade = it.grade().name().toLowerCase(Locale.ROOT);
      table.row(
          mark(it.grade()), it.what(), it.found(), it.grade() == Grade.GOOD ? "" : it.remedy());
      ObjectNode one = json.addObject().put("grade", grade).put("found", it.found());
      Json.put(one, "what", it.what());
      Json.put(one, "remedy", it.remedy());
    }
    output.print(talk.out(), table, json);
    boolean bad = findings.stream().anyMatch(it -> it.grade() == Grade.BAD);
    return (bad ? Exit.FAILED : Exit.OK).code();
  }

  private void withConfig(Path place, List<Finding> findings) {
    switch (ConfigLoader.load(place)) {
      case Loaded.Sound(var config) -> {
        findings.addAll(
            new DoctorMachine(
                    config.hub().data(),
                    config.hub().health().diskFreeBytes(),
                    surroundings.clock())
                .look());
        findings.add(Finding.good(Text.of("配置", "configuration"), place.toString()));
        findings.addAll(new DoctorConfig(config, surroundings.clock()).look());
        findings.addAll(new DoctorKeys(config.hub()).look());
        findings.addAll(new DoctorLibrary(config.hub().library()).look());
      }
      case Loaded.Unsound(List<ConfigFault> faults) -> {
        findings.addAll(new DoctorMachine(Path.of("."), DISK_FREE, surroundings.clock()).look());
        faults.forEach(
            it ->
                findings.add(
                    new Finding(
                        it.message(), Grade.BAD, it.place() + " " + it.key(), it.remedy())));
      }
    }
  }

  private static String mark(Grade grade) {
    return switch (grade) {
      case GOOD -> "正常 good";
      case WARNING -> "注意 warning";
      case BAD -> "有误 bad";
    };
  }
}
