package licencehub.connectors.intake;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.time.Duration;
import licencehub.model.Unavailable;

/**
 * Stands between a poller and a source: after a failure the source is left alone for half a second,
 * then for twice as long each time up to a minute. Meanwhile every call fails at once, with the
 * words of the failure and the time that is left.
 */
public final class Fuse {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String source;
  private final CircuitBreaker breaker;
  private volatile Unavailable failure;
  private volatile long restEnds = System.nanoTime();

  /** Something that talks to the source. */
  public interface Call<T> {
    T run() throws IOException;
  }

  public Fuse(String source) {
    this.source = source;
    this.failure = new Unavailable(source, "刚刚失败过 it failed a moment ago");
    this.breaker =
        CircuitBreaker.of(
            source,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(1)
                .minimumNumberOfCalls(1)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                    resting(IntervalFunction.ofExponentialBackoff(FIRST, 2, LONGEST)))
                .build());
  }

  /**
   * @throws Unavailable when the call fails, or failed a moment ago; with its rest
   */
  public <T> T call(Call<T> call) {
    try {
      return breaker.executeCallable(call::run);
    } catch (CallNotPermittedException e) {
      throw failure.resting(left());
    } catch (Unavailable e) {
      throw noted(e);
    } catch (IOException e) {
      throw noted(new Unavailable(source, Causes.words(e), e));
    } catch (RuntimeException e) {
      failure = new Unavailable(source, e.getClass().getSimpleName(), e);
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Unavailable noted(Unavailable why) {
    failure = why;
    return why.resting(left());
  }

  /** Notes when each rest ends, which the breaker keeps to itself. */
  private IntervalFunction resting(IntervalFunction backOff) {
    return attempt -> {
      long millis = backOff.apply(attempt);
      restEnds = System.nanoTime() + Duration.ofMillis(millis).toNanos();
      return millis;
    };
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(0, restEnds - System.nanoTime()));
  }
}
