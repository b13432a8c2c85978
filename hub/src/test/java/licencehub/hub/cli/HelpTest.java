package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@code --help} says is kept word for word. When a change is meant, copy {@code
 * target/help.txt} over the kept text and look at the difference.
 */
class HelpTest {
  private static final Path KEPT = Path.of("src/test/resources/licencehub/hub/cli/help.txt");
  private static final Path FOUND = Path.of("target/help.txt");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{4,} [A-Za-z]");

  @Test
  void the_help_is_as_it_was_last_agreed() throws IOException {
    StringBuilder all = new StringBuilder();
    every(Shell.commands())
        .forEach(
            it ->
                all.append("===== ")
                    .append(it.getCommandSpec().qualifiedName())
                    .append('\n')
                    .append(it.getUsageMessage(CommandLine.Help.Ansi.OFF)));
    Files.createDirectories(FOUND.getParent());
    Files.writeString(FOUND, all);
    assertThat(all.toString()).isEqualTo(Files.readString(KEPT));
  }

  @Test
  void every_command_is_explained_in_chinese_and_then_in_english() {
    assertThat(every(Shell.commands()))
        .allSatisfy(it -> bilingual(it.getCommandSpec().usageMessage().description()));
  }

  @Test
  void every_option_and_parameter_is_explained_in_chinese_and_then_in_english() {
    List<ArgSpec> arguments =
        every(Shell.commands())
            .map(CommandLine::getCommandSpec)
            .map(CommandSpec::args)
            .flatMap(List::stream)
            .toList();
    assertThat(arguments).hasSizeGreaterThan(40).allSatisfy(it -> bilingual(it.description()));
  }

  private static void bilingual(String[] lines) {
    assertThat(lines).as(Arrays.toString(lines)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(lines[0]).containsPattern(CHINESE);
    assertThat(lines[1]).doesNotContainPattern(CHINESE).containsPattern(ENGLISH);
  }

  private static Stream<CommandLine> every(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::every));
  }
}
