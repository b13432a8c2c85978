package licencehub.demo;

import java.time.InstantSource;
import java.util.List;
import licencehub.hub.cli.CommandSource;

/** Brings {@code demo} and {@code sample} onto the command line. */
public final class DemoCommands implements CommandSource {
  @Override
  public List<Object> commands() {
    return List.of(new DemoCommand(InstantSource.system()), new SampleCommand());
  }
}
