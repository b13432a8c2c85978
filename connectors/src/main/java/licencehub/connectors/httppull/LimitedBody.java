package licencehub.connectors.httppull;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body into memory up to a limit, and stops reading there. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long most;
  private long came;
  private boolean stopped;
  private @Nullable Subscription subscription;

  /** The body is larger than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
      super("页面超过 " + most + " 字节，请减小 pageSize the page is over the limit, lower pageSize");
    }
  }

  private LimitedBody(long most) {
    this.most = most;
  }

  static BodyHandler<byte[]> handler(long most) {
    return head -> new LimitedBody(most);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    whole.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    came += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (came <= most) {
      whole.onNext(parts);
    } else if (!stopped && subscription != null) {
      stopped = true;
      subscription.cancel();
      whole.onError(new TooLarge(most));
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    if (!stopped) {
      whole.onComplete();
    }
  }
}
