package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the ten minutes of the README: its commands, word for word, beside a running demo. */
class TourTest {
  private static final Path README = Path.of("..", "README.md").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SPAN = Pattern.compile("`\\./licencehub ([^`]*)`");
  private static final String TOKEN = "LICENCEHUB_TOKEN";
  private static final String KEPT = " -o ";

  @TempDir Path home;
  private final Map<String, String> variables = new HashMap<>();
  private Process demo = new ProcessBuilder("true").start();

  TourTest() throws IOException {}

  /** What a command ended with and said. */
  private record Said(int exit, String text) {}

  @BeforeEach
  void openTheFirstTerminal() throws Exception {
    demo = terminal("demo --port 0 > demo.txt 2>&1").start();
    await("the demo shows its calls", () -> printed().contains("/health"));
    Pattern address = Pattern.compile("LICENCEHUB_SERVER=(\\S+)");
    variables.put("LICENCEHUB_SERVER", first(address, printed()));
    String token = first(Pattern.compile("=\\$\\(\\./licencehub (token [^)]*)\\)"), readme());
    variables.put(TOKEN, run(token + " 2> talk.txt").text().strip());
  }

  @AfterEach
  void closeTheFirstTerminal() throws Exception {
    demo.descendants().forEach(ProcessHandle::destroy);
    demo.destroy();
    demo.waitFor(1, TimeUnit.MINUTES);
  }

  @Test
  void every_step_of_the_tour_does_what_the_readme_says() throws Exception {
    List<String> steps = steps();
    assertThat(steps).hasSize(9);
    assertThat(run(steps.get(0)).text()).contains("dept-00-http-push", "dept-04-guangdong");
    for (String call : calls()) {
      Said said = shell(call);
      assertThat(said.exit()).as(call).isZero();
      assertThat(said.text())
          .as(call)
          .startsWith("{")
          .doesNotContain("urn:licencehub:problem", "denied");
    }
    Said kept = shell(keeping());
    assertThat(kept.exit()).as(keeping() + kept.text()).isZero();
    assertThat(Files.readAllBytes(home.resolve("copy.ofd"))).startsWith('P', 'K');
    assertThat(Files.readAllBytes(home.resolve("copy.png"))).startsWith(0x89, 'P', 'N', 'G');
    await("the quarantine holds something", () -> !run(steps.get(1)).text().contains("[]"));
    assertThat(run(steps.get(1)).exit()).isZero();
    assertThat(run(steps.get(2)).exit()).as("demo break").isZero();
    await("a first entry to show", () -> run(steps.get(3)).exit() == 0);
    assertThat(run(steps.get(4)).text()).as(steps.get(4)).contains("20");
    for (String step : steps.subList(5, 8)) {
      Said said = run(step);
      assertThat(said.exit()).as(step + "\n" + said.text() + printed()).isZero();
    }
    assertThat(home.resolve("five.ndjson")).content().hasLineCount(5);
    submitTwice(steps.get(8));
  }

  private void submitTwice(String submit) throws Exception {
    String token =
        first(Pattern.compile("`\\./licencehub (token --role department[^`]*)`"), readme());
    variables.put(TOKEN, run(token + " 2> talk.txt").text().strip());
    Said first = run(submit);
    assertThat(first.exit()).as(first.text()).isZero();
    assertThat(first.text()).contains("accepted");
    assertThat(run(submit).text()).contains("duplicate").doesNotContain("accepted");
  }

  /** The commands of the tour's table, in their order. */
  private static List<String> steps() throws IOException {
    return readme()
        .lines()
        .filter(it -> it.matches("\\| \\d+ \\|.*"))
        .flatMap(it -> SPAN.matcher(it).results())
        .map(it -> it.group(1))
        .toList();
  }

  /** The calls the demo printed, with the token it printed. */
  private List<String> calls() {
    String token = first(Pattern.compile("  (TOKEN=\\S+)"), printed());
    return printed()
        .lines()
        .map(String::strip)
        .filter(it -> it.startsWith("curl ") && !it.contains(KEPT))
        .map(it -> token + "; " + it)
        .toList();
  }

  /** The calls that make a use and keep its copy and pictures in files, one after the other. */
  private String keeping() {
    return printed()
        .lines()
        .map(String::strip)
        .filter(it -> it.startsWith("TOKEN=") || it.startsWith("CODE=") || it.contains(KEPT))
        .collect(Collectors.joining("\n"));
  }

  private Said run(String command) {
    return shell(licencehub(command));
  }

  private Said shell(String command) {
    try {
      Process process = shellOf(command).redirectErrorStream(true).start();
      String text =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(command, e);
    }
  }

  private ProcessBuilder terminal(String command) {
    return shellOf("exec " + licencehub(command));
  }

  private ProcessBuilder shellOf(String command) {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(home.toFile());
    shell.environment().putAll(variables);
    shell.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return shell;
  }

  /** The command as the script would start it. */
  private static String licencehub(String command) {
    List<String> words = new ArrayList<>();
    words.add("'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'");
    words.add("-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8");
    words.add("-Dstdout.encoding=UTF-8 licencehub.hub.Main");
    words.add(command);
    return String.join(" ", words);
  }

  private String printed() {
    try {
      Path file = home.resolve("demo.txt");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String readme() throws IOException {
    return Files.readString(README);
  }

  private static String first(Pattern pattern, String text) {
    return Stream.of(text)
        .flatMap(it -> pattern.matcher(it).results())
        .findFirst()
        .map((MatchResult it) -> it.group(1))
        .orElseThrow(() -> new AssertionError("no " + pattern + " in:\n" + text));
  }

  private void await(String what, Callable<Boolean> met) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .failFast(() -> assertThat(demo.isAlive()).as("the demo runs\n" + printed()).isTrue())
        .until(met);
  }
}
