package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import licencehub.demo.regions.RegionsDemo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six hubs as processes; two minutes, so that it is no part of the usual run. */
class RegionsDemoTest {
  @Test
  @Tag("long")
  void every_answer_across_six_hubs_is_right(@TempDir Path folder) {
    StringWriter out = new StringWriter();
    PrintWriter print = new PrintWriter(out);
    int exit = new RegionsDemo(folder.resolve("demo"), print, print, InstantSource.system()).once();
    assertThat(exit).as(out.toString()).isZero();
    assertThat(out.toString()).contains("Every answer was right.").doesNotContain("✗");
  }
}
