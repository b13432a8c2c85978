package licencehub.bench;

import java.util.List;
import licencehub.hub.cli.CommandSource;

/** Brings {@code bench} onto the command line. */
public final class BenchCommands implements CommandSource {
  @Override
  public List<Object> commands() {
    return List.of(new BenchCommand());
  }
}
