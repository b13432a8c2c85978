package licencehub.hub;

import java.nio.file.Path;
import java.time.InstantSource;
import licencehub.hub.cli.Launcher;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.routes.SourceRules;

/** The wiring as the command line uses it. */
public record HubWiring(InstantSource clock) implements Launcher {
  @Override
  public Running start(ConfigFolder config) {
    return HubServer.start(config, clock);
  }

  @Override
  public SourceRules rules(ConfigFolder config, DepartmentFile department, SourceFile source) {
    try (Verifiers verifiers = Verifiers.open(config.hub())) {
      return new SourceOpener(verifiers).rules(department, source);
    }
  }

  @Override
  public Path tokenKey(ConfigFolder config) {
    return new HubKeys(config.hub().data().resolve("keys")).tokens();
  }
}
