package licencehub.routes.use;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import licencehub.library.AccessLog;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.ChinaTime;

/**
 * How often an organisation may be wrong about one licence on one day in China: in claims about
 * what it says, and in consents of somebody who does not hold it. It is counted in the access log,
 * so that nobody can guess by asking, or by asking at once, or after a restart.
 */
public final class Guesses {
  private static final int STRIPES = 64;

  private final AccessLog accesses;
  private final int most;
  private final List<Lock> turns =
      Stream.generate(ReentrantLock::new).limit(STRIPES).map(Lock.class::cast).toList();

  /**
   * @param most wrong ones about one licence, for an organisation on a day
   */
  public Guesses(AccessLog accesses, int most) {
    this.accesses = accesses;
    this.most = most;
  }

  /** Does something that may turn out wrong, and writes that down, before anybody else may. */
  public <T> T inTurn(
      CreditCode organisation, Collection<LicenceIdentifier> licences, Supplier<T> work) {
    List<Lock> held =
        licences.stream()
            .map(it -> (it.hashCode() * 31 + organisation.hashCode()) & (STRIPES - 1))
            .distinct()
            .sorted()
            .map(turns::get)
            .toList();
    held.forEach(Lock::lock);
    try {
      return work.get();
    } finally {
      held.forEach(Lock::unlock);
    }
  }

  /** Whether the organisation may be wrong about the licence once more on this day. */
  public boolean isOneLeft(CreditCode organisation, LicenceIdentifier licence, Instant at) {
    Instant since = ChinaTime.startOf(ChinaTime.dayOf(at));
    return accesses.different(licence, organisation, since) < most;
  }

  /** When the next day begins. */
  public static Instant next(Instant at) {
    return ChinaTime.startOf(ChinaTime.dayOf(at).plusDays(1));
  }
}
