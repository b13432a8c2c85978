package licencehub.connectors;

import licencehub.model.Text;

/** Takes the steps of a dry run as they happen. */
public interface Probe {
  /**
   * Runs one step, times it and reports how it went.
   *
   * @param name what is being tried, for example “连接 connect”
   * @throws StepFailed when the step fails; later steps make no sense then
   */
  void step(Text name, Step step);

  /** One thing to try. */
  interface Step {
    /** Returns what was found out, for people. */
    String run() throws Exception;
  }

  /** A step of a dry run failed; it has been reported. */
  final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StepFailed(Text name, Exception cause) {
      super(name.toString(), cause);
    }
  }
}
