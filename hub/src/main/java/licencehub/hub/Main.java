package licencehub.hub;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ServiceLoader;
import licencehub.hub.cli.CommandSource;
import licencehub.hub.cli.Commands;
import licencehub.hub.cli.Launcher;
import licencehub.hub.cli.Surroundings;

/** The programme's entry: the command line over the wiring. Output is UTF-8 everywhere. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The hub's own wiring, as commands use it. */
  public static Launcher launcher(InstantSource clock) {
    return new HubWiring(clock);
  }

  private static int run(String[] arguments) {
    InstantSource clock = InstantSource.system();
    Surroundings surroundings = new Surroundings(System.getenv(), clock, launcher(clock));
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    return Commands.commandLine(surroundings, ServiceLoader.load(CommandSource.class))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private static PrintStream utf8(FileDescriptor where) {
    return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
  }
}
