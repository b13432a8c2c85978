package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licencehub.library.sqlite.SqliteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library on a file system of 24 MiB, which needs a kernel that lets users mount their own. */
class FullDiskTest {
  private static final String MOUNT = "mount -t tmpfs -o size=32m tmpfs \"$0\" && exec \"$@\"";

  @TempDir Path folder = Path.of("");

  @Test
  void a_full_disk_refuses_loses_nothing_and_once_there_is_room_everything_goes_on()
      throws Exception {
    assumeThat(run("true").exit()).as("users cannot mount file systems here").isZero();
    Said said =
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            FullDisk.class.getName(),
            SqliteKind.class.getName(),
            folder.toString());
    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text()).containsPattern("full after [1-9][0-9]+, went on to [1-9][0-9]+");
  }

  /** What a command ended with and said. */
  private record Said(int exit, String text) {}

  private Said run(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT));
    words.add(folder.toString());
    words.addAll(List.of(command));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      return new Said(-1, e.toString());
    }
  }
}
