package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final Path EXAMPLE =
      Path.of("..", "config", "import-examples", "licence-types.json");
  private static final String CODE = "11100000000013338w001.yaml";
  @TempDir Path folder = Path.of("");

  @Test
  void a_dry_run_shows_and_an_import_writes_and_a_second_one_finds_nothing_to_do()
      throws IOException {
    Path file = folder.resolve("licence-types").resolve(CODE);
    Shell.Said dry = run("--dry-run", EXAMPLE);
    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.out()).startsWith("new").contains(CODE);
    assertThat(file).doesNotExist();
    assertThat(run(EXAMPLE).exit()).isZero();
    assertThat(Files.readString(file)).contains("二级建造师注册证书");
    assertThat(run(EXAMPLE).out()).startsWith("same");
    Files.writeString(
        file, Files.readString(file).replace("二级建造师注册证书", "另一名称").replace("real", "demo"));
    Shell.Said left = run(EXAMPLE);
    assertThat(left.exit()).isEqualTo(Exit.PARTLY.code());
    assertThat(left.out()).startsWith("different").contains("另一名称 → 二级建造师注册证书");
    assertThat(Files.readString(file)).contains("另一名称");
    assertThat(run("--replace", EXAMPLE).exit()).isZero();
    assertThat(Files.readString(file)).doesNotContain("另一名称");
  }

  @Test
  void faults_are_told_and_nothing_is_written() throws IOException {
    Path input = folder.resolve("bad.csv");
    Files.writeString(input, "证照类型名称,证照类型代码\n某证,1\n");
    Shell.Said said = run(input);
    assertThat(said.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(said.out()).contains("bad.csv:2").contains("→");
    assertThat(folder.resolve("licence-types")).doesNotExist();
  }

  private Shell.Said run(Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "import";
    words[1] = "types";
    words[2] = "--config";
    words[3] = folder;
    System.arraycopy(more, 0, words, 4, more.length);
    return Shell.run(words);
  }
}
