package licencehub.hub.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** A request body that has to be there by a time: a client that drips bytes does not hold on. */
final class TimedBody extends FilterInputStream {
  private final long end;

  /**
   * @param end by {@link System#nanoTime()}
   */
  TimedBody(InputStream in, long end) {
    super(in);
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  private void check() throws SocketTimeoutException {
    if (System.nanoTime() - end > 0) {
      throw new SocketTimeoutException("the request body took too long");
    }
  }
}
