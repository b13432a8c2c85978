package licencehub.hub.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import licencehub.model.MalformedValue;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an endpoint, and makes an answer of whatever keeps it from answering. */
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private Answering() {}

  /**
   * @param operation its name, for the log
   * @param requestId names this request in the log and in what the caller gets
   */
  static Answer of(Endpoint endpoint, Call call, String operation, String requestId) {
    try {
      return endpoint.answer(call);
    } catch (MalformedValue e) {
      return new Answer.Refusal(ProblemType.REQUEST_MALFORMED, e.text());
    } catch (Unavailable e) {
      LOG.warn("{}: {}", operation, e.getMessage());
      return Gate.later(
          ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE.remedy(), Duration.ofSeconds(5));
    } catch (IOException e) {
      LOG.debug("{} could not be read", operation, e);
      return new Answer.Refusal(isSlow(e) ? ProblemType.BODY_SLOW : ProblemType.REQUEST_MALFORMED);
    } catch (RuntimeException e) {
      LOG.error("{} failed, request {}", operation, requestId, e);
      return new Answer.Refusal(ProblemType.HUB_FAULT);
    }
  }

  private static boolean isSlow(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof TimeoutException || it instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
