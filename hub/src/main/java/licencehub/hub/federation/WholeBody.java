package licencehub.hub.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;

/** Gathers the body of a request as it arrives, up to a number of bytes. */
final class WholeBody {
  private final Content.Source source;
  private final int most;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private WholeBody(Content.Source source, int most) {
    this.source = source;
    this.most = most;
  }

  /** There is more than may be. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The whole of it; fails with {@link TooLarge}, or with what broke it off. */
  static CompletableFuture<byte[]> of(Content.Source source, int most) {
    WholeBody body = new WholeBody(source, most);
    body.more();
    return body.whole;
  }

  private void more() {
    while (!whole.isDone()) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this::more);
        return;
      }
      take(chunk);
    }
  }

  private void take(Content.Chunk chunk) {
    Throwable broken = chunk.getFailure();
    if (broken != null) {
      whole.completeExceptionally(broken);
      return;
    }
    if (chunk.remaining() > most - taken.size()) {
      chunk.release();
      whole.completeExceptionally(new TooLarge());
      return;
    }
    byte[] bytes = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(bytes);
    taken.writeBytes(bytes);
    boolean last = chunk.isLast();
    chunk.release();
    if (last) {
      whole.complete(taken.toByteArray());
    }
  }
}
