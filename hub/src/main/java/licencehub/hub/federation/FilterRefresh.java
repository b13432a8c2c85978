package licencehub.hub.federation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import licencehub.federation.filter.FilterCopy;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import tools.jackson.databind.node.ObjectNode;

/** Brings what is had of a peer's filter up to date. */
public record FilterRefresh(FilterCopy copy, InstantSource clock) {
  /** Of 1 MiB each: more than any filter that is taken has. */
  private static final int PIECES = 10_000;

  /**
   * Asks until there is nothing more to ask for now.
   *
   * @param line carries a question to the peer and brings back its answer
   * @throws MalformedValue when an answer does not fit; the next call starts over
   * @throws Unavailable when the peer always has another piece; and what the line throws
   */
  public void run(UnaryOperator<ObjectNode> line) {
    for (int i = 0; i < PIECES; i++) {
      Instant asked = clock.instant();
      ObjectNode said = line.apply(FilterForm.write(copy.question()));
      if (copy.take(FilterForm.answer(said), asked.minus(FilterForm.age(said)))) {
        return;
      }
    }
    throw new Unavailable("对等枢纽的过滤器 a peer's filter", "总也取不完 it never ends");
  }
}
