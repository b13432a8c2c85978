package licencehub.routes.lease;

import java.time.Duration;
import java.util.Optional;
import licencehub.library.Hold;
import licencehub.library.Lease;
import org.jspecify.annotations.Nullable;

/** A lease that a test gives and takes. */
final class TestLease implements Lease {
  private @Nullable Hold hold;
  private long epoch;
  private boolean leaving;
  boolean closed;

  Hold give() {
    leaving = false;
    Hold now = new Hold("test", ++epoch);
    hold = now;
    return now;
  }

  void leave() {
    leaving = true;
  }

  void take() {
    hold = null;
  }

  @Override
  public Optional<Hold> hold() {
    return leaving ? Optional.empty() : Optional.ofNullable(hold);
  }

  @Override
  public boolean stands(Hold wanted) {
    return wanted.equals(hold);
  }

  @Override
  public boolean await(Duration patience) {
    return hold().isPresent();
  }

  @Override
  public Optional<String> holder() {
    return hold == null ? Optional.empty() : Optional.of("here");
  }

  @Override
  public void close() {
    closed = true;
  }
}
