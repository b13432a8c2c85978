package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can check, over the sources of every room. */
class HouseRulesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int LONGEST_FILE = 200;

  /** Tests are lists of cases, which a reader does not hold in mind at once. */
  private static final int LONGEST_TEST = 400;

  private static final int LONGEST_METHOD = 30;

  private static final Pattern FORBIDDEN_NAME =
      Pattern.compile(
          ".*(Manager|Helper|Utils?|Impl|Dto|Data|(?<!Ex)Info)\\.java|(Abstract|Base)[A-Z].*");
  private static final Pattern PROSE_OF_HASTE =
      Pattern.compile("\\b(TODO|FIXME|XXX|not implemented)\\b");

  @Test
  void no_file_is_longer_than_a_reader_likes() {
    assertThat(
            sources().filter(it -> lines(it).size() > (isTest(it) ? LONGEST_TEST : LONGEST_FILE)))
        .isEmpty();
  }

  @Test
  void no_method_is_longer_than_a_screen_shows_with_ease() throws IOException {
    assertThat(new Methods(sources().filter(it -> !isTest(it)).toList()).longerThan(LONGEST_METHOD))
        .isEmpty();
  }

  @Test
  void no_name_hides_what_a_type_is() {
    assertThat(sources().filter(it -> FORBIDDEN_NAME.matcher(name(it)).matches())).isEmpty();
  }

  @Test
  void nothing_is_left_for_later() {
    assertThat(
            sources()
                .filter(it -> !name(it).equals("HouseRulesTest.java"))
                .filter(it -> PROSE_OF_HASTE.matcher(String.join("\n", lines(it))).find()))
        .isEmpty();
  }

  @Test
  void every_package_says_what_lives_there() {
    assertThat(
            sources()
                .filter(it -> it.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .filter(it -> !Files.exists(it.resolve("package-info.java"))))
        .isEmpty();
  }

  @Test
  void no_package_lies_deeper_than_three() {
    assertThat(
            sources()
                .map(it -> it.toString().replaceFirst(".*/java/", ""))
                .filter(it -> it.chars().filter(c -> c == '/').count() > 3))
        .isEmpty();
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(it -> it.toString().matches(".*/src/(main|test)/java/.*\\.java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("/src/test/");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
