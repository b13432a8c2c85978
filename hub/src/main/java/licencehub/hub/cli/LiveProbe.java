package licencehub.hub.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Probe;
import licencehub.model.Text;

/** Shows every step while it runs and how long it took; keeps them for the report. */
final class LiveProbe implements Probe {
  private final Talk talk;
  private final InstantSource clock;
  private final List<Done> steps = new ArrayList<>();

  LiveProbe(Talk talk, InstantSource clock) {
    this.talk = talk;
    this.clock = clock;
  }

  /**
   * One finished step.
   *
   * @param found what it found out, or why it failed
   */
  record Done(Text name, boolean passed, Duration took, String found) {}

  @Override
  public void step(Text name, Step step) {
    Instant begun = clock.instant();
    announce(name);
    try {
      String found = step.run();
      finish(new Done(name, true, Duration.between(begun, clock.instant()), found));
    } catch (Exception e) {
      finish(new Done(name, false, Duration.between(begun, clock.instant()), why(e)));
      throw new StepFailed(name, e);
    }
  }

  List<Done> steps() {
    return List.copyOf(steps);
  }

  private void announce(Text name) {
    if (talk.isTerminal()) {
      talk.err().print("  …  " + name);
      talk.err().flush();
    }
  }

  private void finish(Done done) {
    steps.add(done);
    String mark = done.passed() ? talk.green("  ✔  ") : talk.red("  ✘  ");
    String line = mark + done.name() + "  " + done.took().toMillis() + " ms  " + done.found();
    talk.err().println(talk.isTerminal() ? "\r\u001b[K" + line : line);
    talk.err().flush();
  }

  private static String why(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
