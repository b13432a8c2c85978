package licencehub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The container image, made over an empty one, so that no registry is needed: what is in it, and
 * that a hub starts from nothing else. It builds everything anew, so it is among the long tests.
 */
@Tag("long")
class ImageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder = Path.of("");

  @Test
  void it_holds_the_hub_alone_for_a_user_without_rights_and_starts() throws Exception {
    String made = run(ROOT, "./licencehub", "image", "-o", "-Dimage.from=scratch");
    Path image = Path.of(made.lines().toList().getLast());
    run(folder, "tar", "-xf", image.toString());
    JsonNode config =
        JsonMapper.shared()
            .readTree(Files.readString(folder.resolve("config.json")))
            .path("config");
    assertThat(config.path("User").asString()).isEqualTo("10001:10001");
    assertThat(config.path("Cmd").toString())
        .isEqualTo("[\"run\",\"--config\",\"/etc/licencehub\"]");
    Path files = Files.createDirectory(folder.resolve("files"));
    for (Path layer : all(folder, ".tar.gz")) {
      run(files, "tar", "-xzf", layer.toString());
    }
    List<String> jars = all(files, ".jar").stream().map(it -> it.getFileName().toString()).toList();
    assertThat(jars).anyMatch(it -> it.startsWith("licencehub-hub-")).hasSizeGreaterThan(100);
    assertThat(jars)
        .noneMatch(it -> it.startsWith("licencehub-demo") || it.matches("(junit|h2-|archunit).*"))
        .noneMatch(it -> it.endsWith("-tests.jar"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = files + "/app/libs/*:" + files + "/app/classpath/*";
    assertThat(run(folder, java, "-cp", classes, "licencehub.hub.Main", "version"))
        .startsWith("licencehub ");
    String shipped = ROOT.resolve("config").toString();
    run(folder, java, "-cp", classes, "licencehub.hub.Main", "check", "--config", shipped);
  }

  private static List<Path> all(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(end)).toList();
    }
  }

  private static String run(Path where, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return text;
  }
}
