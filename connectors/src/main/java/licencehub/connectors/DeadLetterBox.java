package licencehub.connectors;

import java.time.Duration;
import java.util.List;

/** Where a source's server keeps what it has given up delivering. For one thread. */
public interface DeadLetterBox extends AutoCloseable {
  /**
   * The next ones, empty when there are none now. They come again until they are settled.
   *
   * @throws licencehub.model.Unavailable when the server does not answer
   */
  List<DeadLetter> take(int limit, Duration patience);

  /** Takes what was taken last out of the box: it is on disk here. */
  void settle();

  /** Leaves what was taken last in the box. */
  void giveBack();

  @Override
  void close();
}
