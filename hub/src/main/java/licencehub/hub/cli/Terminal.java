package licencehub.hub.cli;

import java.io.Console;
import java.util.Optional;
import licencehub.model.Text;

/** Asks whoever sits before it. */
final class Terminal {
  private Terminal() {}

  /** What was typed; empty where nobody sits there: standard input is a file or a pipe. */
  @SuppressWarnings("SystemConsoleNull") // older versions answer null, newer ones are asked below
  static Optional<String> ask(Text question) {
    Console console = System.console();
    if (console == null || !isTerminal(console)) {
      return Optional.empty();
    }
    String line = console.readLine("%s ", question);
    return Optional.of(line == null ? "" : line.strip());
  }

  /** Some versions of the platform have a console even where there is no terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true; // before Java 22 there is none without a terminal
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
