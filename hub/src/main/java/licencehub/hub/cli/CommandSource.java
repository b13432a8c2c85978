package licencehub.hub.cli;

import java.util.List;

/**
 * Brings sub-commands of another module (demo, bench) onto the command line. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandSource {
  /** Objects annotated with {@code picocli.CommandLine.Command}; help in Chinese and English. */
  List<Object> commands();
}
