package licencehub.hub.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings shipped for a province are sound as soon as the files they name are there. */
class ClusterConfigTest {
  private static final Path SHIPPED = Path.of("../config/cluster/hub.yaml");

  /** Certificates are read; whatever else is named must merely be there. */
  private static final Pattern NAMED =
      Pattern.compile("(?:File|Store): ((?:tls|trust|secrets)/[-a-z0-9.]+)");

  @TempDir Path folder = Path.of("");

  @Test
  void they_are_sound() throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder);
    Path authority = folder.resolve("trust/root.pem");
    Files.createDirectories(folder.resolve("trust/anchors"));
    Files.copy(authority, folder.resolve("trust/anchors/root.pem"));
    String settings = Files.readString(SHIPPED);
    List<String> named =
        NAMED.matcher(settings).results().map(it -> it.group(1)).distinct().toList();
    assertThat(named).hasSizeGreaterThan(10);
    for (String each : named) {
      Path file = folder.resolve(each);
      Files.createDirectories(file.getParent());
      Files.write(
          file, each.endsWith(".pem") ? Files.readAllBytes(authority) : "x".getBytes(UTF_8));
    }
    draft.write("hub.yaml", settings.replace("/var/lib/licencehub", folder + "/data"));
    Loaded loaded = draft.load();
    assertThat(loaded).as(loaded.toString()).isInstanceOf(Loaded.Sound.class);
    HubSettings hub = ((Loaded.Sound) loaded).config().hub();
    assertThat(hub.library().engine()).isEqualTo("postgres");
    assertThat(hub.broker()).as("the embedded broker").isNull();
    assertThat(hub.search()).isNotNull();
    assertThat(hub.feed()).isNotNull();
  }
}
