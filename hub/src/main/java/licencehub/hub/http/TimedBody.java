package licencehub.hub.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request body that has to be there by a time: a client that drips bytes does not hold on. */
final class TimedBody extends FilterInputStream {
  private static final Logger LOG = LoggerFactory.getLogger(TimedBody.class);

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

  /** Lets go by what is still to come, as far as it comes in time: so many bytes at the most. */
  void pass(long most) {
    byte[] buffer = new byte[1 << 16];
    long passed = 0;
    try {
      for (int n = read(buffer); n >= 0 && passed < most; n = read(buffer)) {
        passed += n;
      }
    } catch (IOException e) {
      LOG.debug("the rest of a request did not arrive", e);
    }
  }

  private void check() throws SocketTimeoutException {
    if (System.nanoTime() - end > 0) {
      throw new SocketTimeoutException("the request body took too long");
    }
  }
}
