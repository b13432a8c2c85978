package licencehub.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import licencehub.hub.config.ConfigFault;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import licencehub.model.Text;
import picocli.CommandLine.Option;

/** {@code --config DIR}, read whole or refused whole. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      required = true,
      description = {
        "配置目录（内有 hub.yaml 与 departments/）",
        "configuration folder (with hub.yaml and departments/)"
      })
  private Path folder = Path.of("config");

  Path folder() {
    return folder;
  }

  Loaded load() {
    return ConfigLoader.load(folder);
  }

  /** The configuration, or every fault on {@code err} and exit code 3. */
  ConfigFolder sound(PrintWriter err) {
    return sound(folder, err);
  }

  /** The same for a folder that was named otherwise. */
  static ConfigFolder sound(Path folder, PrintWriter err) {
    return switch (ConfigLoader.load(folder)) {
      case Loaded.Sound it -> it.config();
      case Loaded.Unsound it -> {
        show(it.faults(), err);
        throw new CommandFailed(
            Exit.INVALID,
            Text.of(
                "配置有" + it.faults().size() + "处问题", "the configuration has " + count(it.faults())),
            Text.of("逐条改正后重试", "correct each and try again"));
      }
    };
  }

  static void show(List<ConfigFault> faults, PrintWriter err) {
    faults.forEach(err::println);
    err.flush();
  }

  private static String count(List<ConfigFault> faults) {
    return faults.size() == 1 ? "1 fault" : faults.size() + " faults";
  }
}
