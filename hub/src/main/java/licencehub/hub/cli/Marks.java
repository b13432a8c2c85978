package licencehub.hub.cli;

import licencehub.model.Text;

/** Says how checks ended, one a line. */
record Marks(Talk talk) {
  /** Says it with its mark, and hands on how it ended. */
  boolean say(boolean good, Text text) {
    talk.out().println((good ? talk.green("  ✓ ") : talk.red("  ✗ ")) + text);
    return good;
  }

  /** The one sentence or the other. */
  boolean say(boolean good, Text yes, Text no) {
    return say(good, good ? yes : no);
  }

  /** What was not looked at, and why. */
  void skip(Text text) {
    talk.out().println("  – " + text);
  }
}
