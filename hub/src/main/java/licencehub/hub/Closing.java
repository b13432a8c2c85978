package licencehub.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what was opened, the last first, whatever becomes of each. */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** From now on it is closed with the others. */
  <T extends AutoCloseable> T later(T part) {
    open.push(part);
    return part;
  }

  /** The same for a part that may be missing. */
  <T extends AutoCloseable> @Nullable T ifThere(@Nullable T part) {
    return part == null ? null : later(part);
  }

  /**
   * @throws IllegalStateException with the first failure, when all was tried
   */
  @Override
  public void close() {
    RuntimeException first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        first = first == null ? new IllegalStateException("closing", e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
