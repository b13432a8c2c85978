package licencehub.hub.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import licencehub.hub.HubWiring;
import picocli.CommandLine;

/** Runs commands as the programme's entry does, and keeps what they say. */
final class Shell {
  private final CommandLine commands;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Shell(Map<String, String> variables) {
    InstantSource clock = InstantSource.system();
    this.commands =
        Commands.commandLine(
                new Surroundings(variables, clock, new HubWiring(clock)), List.<CommandSource>of())
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
  }

  /** What one command came to. */
  record Said(int exit, String out, String err) {}

  static Said run(Object... arguments) {
    return run(Map.of(), arguments);
  }

  static Said run(Map<String, String> variables, Object... arguments) {
    Shell shell = new Shell(variables);
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exit = shell.commands.execute(words);
    return new Said(exit, shell.out.toString(), shell.err.toString());
  }

  static CommandLine commands() {
    return new Shell(Map.of()).commands;
  }
}
