package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every embedded engine promises when the process or the power goes. */
abstract class DurabilityContract {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PER_ROUND = 1_000_000;

  /** Bytes of an acknowledgement, at least. */
  private static final int LINE = 100;

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "--enable-native-access=ALL-UNNAMED",
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1");

  @TempDir Path folder = Path.of("");

  protected abstract LibraryKind kind();

  @Test
  void what_is_acknowledged_survives_kills() throws Exception {
    killAgainAndAgain(5);
  }

  @Test
  @Tag("long")
  void what_is_acknowledged_survives_two_hundred_kills() throws Exception {
    killAgainAndAgain(200);
  }

  @Test
  @Tag("long")
  void what_is_acknowledged_survives_a_power_cut_at_any_moment() throws Exception {
    assumeThat(kind().name()).as("what the hub itself writes").isEqualTo("sqlite");
    Optional<Path> shim = PowerCut.shim(folder);
    assumeThat(shim).as("a C compiler called cc, to log what is synced").isPresent();
    Path log = folder.resolve("log");
    Map<String, String> watch =
        Map.of(
            "LD_PRELOAD", shim.orElseThrow().toString(),
            "CUT_FOLDER", data().toString(),
            "CUT_LOG", log.toString());
    Files.createDirectories(data());
    ingest(0, 3_000, watch);
    Random random = new Random(1);
    long cuts = 0;
    try (PowerCut cut = new PowerCut(log)) {
      while (cut.advance()) {
        if (random.nextInt(400) == 0) {
          cuts++;
          survivesHere(cut, folder.resolve("cut-" + cuts));
        }
      }
      survivesHere(cut, folder.resolve("the-end"));
    }
    assertThat(cuts).isPositive();
  }

  private void survivesHere(PowerCut cut, Path left) throws IOException {
    Files.createDirectories(left);
    try (Stream<Path> files = Files.list(data())) {
      for (Path file : files.toList()) {
        Optional<byte[]> synced = cut.synced(file);
        if (synced.isPresent()) {
          Files.write(left.resolve(file.getFileName()), synced.orElseThrow());
        }
      }
    }
    Path told = left.resolve("told");
    Files.write(told, cut.written(acknowledgements()));
    verify(left, Acknowledged.read(told));
  }

  private void killAgainAndAgain(int times) throws Exception {
    Random random = new Random(times);
    verify(folder.resolve("data").toAbsolutePath(), List.of()); // servers of tests have started
    Files.createDirectories(data());
    for (int round = 0; round < times; round++) {
      ingest(round, 1 + random.nextInt(400), Map.of());
      verify(data(), Acknowledged.read(acknowledgements()));
    }
  }

  /** Files in a process of its own and kills it as soon as that many more are acknowledged. */
  private void ingest(int round, int enough, Map<String, String> environment) throws Exception {
    long before = told();
    List<String> command = new ArrayList<>(JAVA);
    command.addAll(toldToChildren());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Ingest.class.getName(),
            kind().getClass().getName(),
            data().toString(),
            acknowledgements().toString(),
            Integer.toString(round * PER_ROUND)));
    ProcessBuilder child = new ProcessBuilder(command);
    child.environment().putAll(environment);
    Process process =
        child.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> told() >= before + (long) enough * LINE);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Where servers of tests are. */
  private static List<String> toldToChildren() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(it -> it.startsWith("licencehub.test."))
        .map(it -> "-D" + it + "=" + System.getProperty(it))
        .toList();
  }

  private long told() throws IOException {
    return Files.exists(acknowledgements()) ? Files.size(acknowledgements()) : 0;
  }

  private void verify(Path data, List<Acknowledged> acknowledged) {
    ReferenceLedger ledger = new ReferenceLedger();
    LibrarySettings settings = new LibrarySettings(data, SampleKeys.FIRST, Retries.USUAL);
    try (Library library = kind().open(settings, ledger, ledger, InstantSource.system())) {
      Acknowledged.mustAllBeIn(library, acknowledged);
    }
  }

  private Path data() {
    return folder.resolve("data").toAbsolutePath();
  }

  private Path acknowledgements() {
    return data().resolve("acknowledged");
  }
}
