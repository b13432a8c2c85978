package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of faults has a row for each case the tests declare, and no other. */
class FaultTableTest {
  private static final Path TESTS = Path.of("src/test/java/licencehub/hub");

  @Test
  void the_table_has_a_row_for_each_declared_case_and_no_other() throws Exception {
    List<String> declared = new ArrayList<>();
    for (FaultContract test : tests()) {
      for (FaultContract.Way way : FaultContract.Way.values()) {
        declared.add(FaultTable.beginning(test.dependency(), way.word()));
      }
    }
    assertThat(declared).isNotEmpty();
    assertThat(FaultTable.rows().stream().map(FaultTableTest::beginning))
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  private static String beginning(String row) {
    String[] cells = row.split(" \\| ", -1);
    return cells[0] + " | " + cells[1] + " | ";
  }

  private static List<FaultContract> tests() throws Exception {
    List<FaultContract> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(it -> it.toString().endsWith("FaultTest.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Constructor<?> made = Class.forName("licencehub.hub." + name).getDeclaredConstructor();
        if (made.newInstance() instanceof FaultContract test) {
          tests.add(test);
        }
      }
    }
    return tests;
  }
}
