package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import licencehub.hub.Main;
import licencehub.hub.cli.CommandSource;
import licencehub.hub.cli.Commands;
import licencehub.hub.cli.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The README holds only commands that exist, with options they know. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COMMAND = Pattern.compile("\\./licencehub( [^`\n;)>]*)?");
  private static final List<String> BY_THE_SCRIPT = List.of("test", "");

  static List<String> commands() throws Exception {
    return COMMAND
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .map(MatchResult::group)
        .map(it -> it.substring("./licencehub".length()).strip())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_command_line_understands_what_the_readme_says(String command) {
    if (!BY_THE_SCRIPT.contains(command)) {
      CommandLine.ParseResult parsed = commandLine(new StringWriter()).parseArgs(words(command));
      assertThat(parsed.hasSubcommand()).isTrue();
    }
  }

  @Test
  void the_readme_shows_the_first_two_commands_and_the_tour() throws Exception {
    assertThat(commands()).contains("demo", "test", "demo break", "demo fix", "demo crash");
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(200);
  }

  @Test
  void the_configuration_the_readme_checks_is_sound() {
    StringWriter out = new StringWriter();
    int exit = commandLine(out).execute("check", "--config", ROOT.resolve("config").toString());
    assertThat(exit).as(out.toString()).isZero();
  }

  static CommandLine commandLine(StringWriter out) {
    Surroundings surroundings =
        new Surroundings(Map.of(), InstantSource.system(), Main.launcher(InstantSource.system()));
    return Commands.commandLine(surroundings, ServiceLoader.load(CommandSource.class))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out));
  }

  private static String[] words(String command) {
    return Stream.of(command.split(" +"))
        .flatMap(it -> Arrays.stream(it.split("=", 2)))
        .toArray(String[]::new);
  }
}
