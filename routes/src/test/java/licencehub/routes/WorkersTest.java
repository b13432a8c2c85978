package licencehub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {
  @ParameterizedTest
  @CsvSource({"1, 20", "2, 1", "2, 7", "2, 8", "2, 9", "3, 8", "4, 9", "8, 9", "4, 1000"})
  void results_stand_in_the_order_of_the_elements(int shares, int elements) {
    List<Integer> list = IntStream.range(0, elements).boxed().toList();
    try (Workers workers = new Workers(shares)) {
      assertThat(workers.map(list, it -> it * 2))
          .isEqualTo(list.stream().map(it -> it * 2).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "99"})
  void a_failure_in_any_share_reaches_the_caller(int bad) {
    List<Integer> list = IntStream.range(0, 100).boxed().toList();
    try (Workers workers = new Workers(3)) {
      assertThatThrownBy(() -> workers.map(list, it -> 1 / (it - bad)))
          .hasStackTraceContaining("ArithmeticException");
    }
  }
}
