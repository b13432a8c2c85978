package licencehub.connectors;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.Text;

/** Notes the steps of a dry run. */
public final class StepLog implements Probe {
  private final List<String> passed = new ArrayList<>();

  @Override
  public void step(Text name, Step step) {
    try {
      if (step.run().isBlank()) {
        throw new IllegalStateException("a step says what it found out");
      }
      passed.add(name.en());
    } catch (Exception e) {
      throw new StepFailed(name, e);
    }
  }

  public List<String> passed() {
    return List.copyOf(passed);
  }
}
