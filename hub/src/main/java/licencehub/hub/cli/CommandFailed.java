package licencehub.hub.cli;

import licencehub.model.Text;

/** A command cannot go on; says why, what to do, and how to exit. Not for bugs. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;
  private final transient Text remedy;

  CommandFailed(Exit exit, Text message, Text remedy) {
    super(message.toString());
    this.exit = exit;
    this.remedy = remedy;
  }

  Exit exit() {
    return exit;
  }

  Text remedy() {
    return remedy;
  }
}
