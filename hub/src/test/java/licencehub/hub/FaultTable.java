package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The table of what failed and what held in {@code docs/reliability.md}. Each test of a fault
 * writes its row to {@code target/faults} when everything in it held, and finds the same row in the
 * table.
 */
final class FaultTable {
  private static final Path PRODUCED = Path.of("target/faults");
  private static final Path DOCUMENT = Path.of("../docs/reliability.md");

  private FaultTable() {}

  /** The rows between the two marks. */
  static List<String> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .dropWhile(it -> !it.equals("<!-- faults -->"))
        .takeWhile(it -> !it.equals("<!-- /faults -->"))
        .filter(it -> it.startsWith("| ") && !it.startsWith("| what fails"))
        .toList();
  }

  /**
   * What begins a row.
   *
   * @param dependency what failed
   * @param way how
   */
  static String beginning(String dependency, String way) {
    return "| " + dependency + " | " + way + " | ";
  }

  /**
   * Notes that every promise held.
   *
   * @param said what health said
   * @param meanwhile what went on
   */
  static void note(String dependency, String way, String said, String meanwhile)
      throws IOException {
    String row =
        beginning(dependency, way)
            + said
            + " | "
            + meanwhile
            + " | nothing lost | nothing twice | by itself |";
    Files.createDirectories(PRODUCED);
    String file = (dependency + " " + way).replaceAll("[^A-Za-z]+", "-") + ".md";
    Files.writeString(PRODUCED.resolve(file), row + "\n");
    assertThat(rows())
        .as("put hub/target/faults/" + file + " into docs/reliability.md")
        .contains(row);
  }
}
