package licencehub.hub.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.code.CaseNumber;

/** How much one caller, one address and one case may ask; the rest waits its turn. */
final class RateLimits {
  private static final int SECONDS_IN_STORE = 10;
  private static final int ADDRESS_SHARE = 5;
  private static final int MOST = 100_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private final LoadingCache<String, Bucket> callers;
  private final LoadingCache<String, Bucket> addresses;
  private final LoadingCache<CaseNumber, Bucket> triesByCase;
  private final LoadingCache<String, Bucket> triesByAddress;

  private final LoadingCache<String, Bucket> filesByAddress;

  RateLimits(HttpSettings.Rates rates) {
    Duration store = Duration.ofSeconds(SECONDS_IN_STORE);
    this.callers = buckets((long) rates.caller() * SECONDS_IN_STORE, store);
    this.addresses = buckets((long) rates.address() * SECONDS_IN_STORE, store);
    this.triesByCase = buckets(rates.passwordTries(), HOUR);
    this.triesByAddress = buckets((long) rates.passwordTries() * ADDRESS_SHARE, HOUR);
    this.filesByAddress = buckets(rates.files(), HOUR);
  }

  /** How long this request has to wait; empty when it may go on. */
  Optional<Duration> request(Caller caller, String address) {
    return caller.role() == Role.PUBLIC
        ? take(addresses.get(address))
        : take(callers.get(caller.role().wire() + ' ' + caller.name()));
  }

  /** How long this try of a query password has to wait; empty when it may go on. */
  Optional<Duration> passwordTry(CaseNumber number, String address) {
    return take(triesByAddress.get(address)).or(() -> take(triesByCase.get(number)));
  }

  /** How long the public's next licence file has to wait; empty when it may go on. */
  Optional<Duration> file(String address) {
    return take(filesByAddress.get(address));
  }

  private static Optional<Duration> take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static <K> LoadingCache<K, Bucket> buckets(long tokens, Duration refilledIn) {
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterAccess(refilledIn.multipliedBy(2))
        .build(
            key ->
                Bucket.builder()
                    .addLimit(it -> it.capacity(tokens).refillGreedy(tokens, refilledIn))
                    .build());
  }
}
