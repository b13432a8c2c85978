package licencehub.demo.regions;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import licencehub.model.Text;

/** What came of each step, told as it happens. */
final class Findings {
  private final PrintWriter err;
  private final List<Finding> all = new ArrayList<>();

  Findings(PrintWriter err) {
    this.err = err;
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  /**
   * One that is asked.
   *
   * @param reading what of the answer counts
   */
  <T> T step(Text what, String wanted, Supplier<T> asking, Function<T, String> reading) {
    long began = System.nanoTime();
    T answer = asking.get();
    long millis = (System.nanoTime() - began) / 1_000_000;
    add(new Finding(what, wanted, reading.apply(answer), millis));
    return answer;
  }

  /** One that follows from another. */
  void note(Text what, String wanted, String got) {
    add(new Finding(what, wanted, got, 0));
  }

  private void add(Finding finding) {
    all.add(finding);
    err.println((finding.isRight() ? "✓ " : "✗ ") + finding.what());
    err.flush();
  }
}
