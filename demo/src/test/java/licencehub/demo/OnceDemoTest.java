package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** End to end through every way in, with real Artemis, SFTP, databases and HTTP. */
class OnceDemoTest {
  private static final int CASES = 120;

  @Test
  void both_sides_books_agree_for_every_way_in(@TempDir Path folder) throws Exception {
    StringWriter out = new StringWriter();
    Stage stage = Stage.of(folder.resolve("stage"), Ports.free(0), 6);
    try (Play play = Play.begin(stage, 40, InstantSource.system())) {
      PrintWriter print = new PrintWriter(out);
      int exit = new OnceDemo(play, print, print, false, InstantSource.system()).run(CASES);
      assertThat(exit).as(out.toString()).isZero();
      theSampleReceiptsVerify(stage);
      assertThat(play.compare().lines())
          .hasSize(6)
          .allSatisfy(it -> assertThat(it.sentInAll()).isPositive());
      assertThat(play.client().get("/health").required("status").asString()).isEqualTo("up");
      Privacy privacy = Privacy.of(stage, CASES);
      privacy.holdsFor(play.client());
      KeyChange.killedInTheMiddleLosesNothing(play);
      privacy.holdsFor(play.client());
    }
  }

  private static void theSampleReceiptsVerify(Stage stage) throws Exception {
    try (Stream<Path> receipts = Files.list(stage.folder().resolve("receipts"))) {
      List<String> words = new ArrayList<>(List.of("verify"));
      receipts.map(Path::toString).forEach(words::add);
      assertThat(words).hasSizeGreaterThan(20);
      StringWriter said = new StringWriter();
      int exit = ReadmeTest.commandLine(said).execute(words.toArray(String[]::new));
      assertThat(exit).as(said.toString()).isZero();
    }
  }
}
