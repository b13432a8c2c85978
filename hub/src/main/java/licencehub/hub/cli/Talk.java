package licencehub.hub.cli;

import java.io.PrintWriter;
import licencehub.model.Text;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: {@code --help}, data on {@link #out}, talk on {@link #err}. */
final class Talk {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = {"显示帮助", "show this help"})
  private boolean help;

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  CommandSpec spec() {
    return spec;
  }

  /** Says something in both languages, on standard error. */
  void say(Text text) {
    err().println(text);
    err().flush();
  }

  /** Whether somebody watches: colours and redrawing make sense. */
  boolean isTerminal() {
    return spec.commandLine().getColorScheme().ansi().enabled();
  }

  String green(String text) {
    return paint("green", text);
  }

  String red(String text) {
    return paint("bold,red", text);
  }

  String yellow(String text) {
    return paint("yellow", text);
  }

  private String paint(String style, String text) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    return ansi.enabled()
        ? ansi.string("@|" + style + " " + text.replace("|@", "| @") + "|@")
        : text;
  }

  /** Whether the help was asked for; picocli answers it before the command runs. */
  boolean wantsHelp() {
    return help;
  }
}
