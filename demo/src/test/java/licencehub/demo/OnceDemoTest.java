package licencehub.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import licencehub.demo.world.Story;
import licencehub.hub.access.Role;
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
      theSampleEvidenceVerifiesAndNoChangedOneDoes(stage);
      theSampleFilesVerifyAndNoChangedOneDoes(stage);
      aSampleFileAgreesWithTheRecord(stage);
      thePrintedCallsLeadToALicenceAndItsPictures(play, folder);
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

  private static void theSampleEvidenceVerifiesAndNoChangedOneDoes(Stage stage) throws Exception {
    try (Stream<Path> bundles = Files.list(stage.folder().resolve("evidence"))) {
      Path bundle = bundles.findFirst().orElseThrow();
      StringWriter said = new StringWriter();
      assertThat(verify(bundle, said)).as(said.toString()).isZero();
      assertThat(said.toString()).contains("账本公钥是所信任的", "根证书是所信任的");
      byte[] changed = Files.readAllBytes(bundle);
      changed[changed.length / 2] ^= 1;
      Path other = Files.write(bundle.resolveSibling("changed.zip"), changed);
      assertThat(verify(other, said)).as(said.toString()).isEqualTo(7);
      Files.delete(other);
    }
  }

  private static void theSampleFilesVerifyAndNoChangedOneDoes(Stage stage) throws Exception {
    for (String kind : List.of("licences", "uses")) {
      try (Stream<Path> files = Files.list(stage.folder().resolve(kind))) {
        List<Path> all = files.toList();
        assertThat(all).as(kind).hasSizeGreaterThan(2);
        for (Path file : all) {
          StringWriter said = new StringWriter();
          assertThat(verify(file, said)).as(said.toString()).isZero();
          byte[] changed = Files.readAllBytes(file);
          changed[new String(changed, ISO_8859_1).indexOf("Content.xml") + 40] ^= 1;
          Path other = Files.write(file.resolveSibling("changed.ofd"), changed);
          assertThat(verify(other, said)).as(said.toString()).isEqualTo(7);
          Files.delete(other);
        }
      }
    }
  }

  private static void thePrintedCallsLeadToALicenceAndItsPictures(Play play, Path folder)
      throws Exception {
    int all = play.stage().bodies().size();
    Story story =
        LongStream.iterate(0, n -> n < CASES, n -> n + all)
            .mapToObj(play.troupe()::story)
            .filter(it -> it.hasLicence() && play.client().hasLicence(it))
            .findFirst()
            .orElseThrow();
    StringWriter calls = new StringWriter();
    new Examples(play.stage(), play.client().token(Role.APPROVER), new PrintWriter(calls))
        .print(story);
    String script =
        calls
            .toString()
            .lines()
            .map(String::strip)
            .filter(it -> it.matches("TOKEN=.*|CODE=.*|curl .*/uses/.* -o .*"))
            .collect(Collectors.joining("\n"));
    Process shell = new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("copy.ofd"))).startsWith('P', 'K');
    for (String picture : List.of("copy.png", "licence.png")) {
      assertThat(ImageIO.read(folder.resolve(picture).toFile()))
          .as(Files.readString(folder.resolve(picture), ISO_8859_1))
          .isNotNull();
    }
  }

  private static int verify(Path file, StringWriter said) {
    return ReadmeTest.commandLine(said).execute("verify", file.toString());
  }

  private static void aSampleFileAgreesWithTheRecord(Stage stage) throws Exception {
    for (String kind : List.of("licences", "uses")) {
      Path file = stage.folder().resolve(kind).resolve(stage.bodies().getFirst().source() + ".ofd");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(stage.hubUrl() + "/api/v1/verifications"))
              .header("Content-Type", "application/ofd")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build();
      String answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(answer).contains("\"code\":\"trusted\"").contains("\"agrees\":true");
    }
  }
}
