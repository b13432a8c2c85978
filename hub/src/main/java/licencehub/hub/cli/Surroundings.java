package licencehub.hub.cli;

import java.time.InstantSource;
import java.util.Map;

/**
 * What commands get from outside, given once by the programme's entry.
 *
 * @param variables environment variables
 * @param clock the one clock
 * @param launcher starts a hub
 */
public record Surroundings(Map<String, String> variables, InstantSource clock, Launcher launcher) {
  public Surroundings {
    variables = Map.copyOf(variables);
  }
}
