package licencehub.demo.regions;

import licencehub.model.Text;

/**
 * One step of the scenario.
 *
 * @param what was asked
 * @param wanted what must come of it
 * @param got what did
 * @param millis how long the answer took
 */
record Finding(Text what, String wanted, String got, long millis) {
  boolean isRight() {
    return got.equals(wanted);
  }

  /** A row of a Markdown table. */
  String row() {
    return String.join(
        " | ",
        "| " + (isRight() ? "✓" : "✗"),
        what.toString(),
        isRight() ? got : got + " ≠ " + wanted,
        millis + " ms |");
  }
}
