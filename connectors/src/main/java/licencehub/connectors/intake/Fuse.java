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
 * then for twice as long each time up to a minute, and meanwhile every call fails at once.
 */
public final class Fuse {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String source;
  private final CircuitBreaker breaker;

  /** Something that talks to the source. */
  public interface Call<T> {
    T run() throws IOException;
  }

  public Fuse(String source) {
    this.source = source;
    this.breaker =
        CircuitBreaker.of(
            source,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(1)
                .minimumNumberOfCalls(1)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                    IntervalFunction.ofExponentialBackoff(FIRST, 2, LONGEST))
                .build());
  }

  /**
   * @throws Unavailable when the call fails, or failed a moment ago
   */
  public <T> T call(Call<T> call) {
    try {
      return breaker.executeCallable(call::run);
    } catch (CallNotPermittedException e) {
      throw new Unavailable(
          source, "刚刚失败过，稍后再试 it failed a moment ago and is left alone for now", e);
    } catch (Unavailable e) {
      throw e;
    } catch (IOException e) {
      throw new Unavailable(source, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
